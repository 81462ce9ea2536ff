package dev.jangteo.gateway.passage;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TracesTests {

	private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-";

	@Test
	void decidesOnSamplingItselfUnlessTheCallerIsTrusted() {
		assertThat(Traces.traceparent(TRACE + "01", false, 0)).isEqualTo(TRACE + "00");
		assertThat(Traces.traceparent(TRACE + "00", false, 1)).isEqualTo(TRACE + "01");
		assertThat(Traces.traceparent(TRACE + "01", true, 0)).isEqualTo(TRACE + "01");
	}

	@Test
	void beginsAnewWhereTheGivenIsMalformed() {
		for (var bad : new String[] { "", "00-x", TRACE.toUpperCase() + "01", "01" + TRACE.substring(2) + "01",
				TRACE + "01-x", "00-" + "0".repeat(32) + "-b7ad6b7169203331-01",
				"00-0af7651916cd43dd8448eb211c80319c-" + "0".repeat(16) + "-01" }) {
			assertThat(Traces.traceparent(bad, true, 1)).as(bad).hasSize(55).isNotEqualTo(bad).endsWith("-01");
		}
	}

}
