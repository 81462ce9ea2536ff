package dev.jangteo.gateway.switching;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SwitchRuleTests {

	private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

	private static SwitchRule at(String percent) {
		return new SwitchRule(ID, "/a/**", List.of(), URI.create("http://old"), new BigDecimal(percent), null, ID,
				Instant.EPOCH);
	}

	private static long taken(SwitchRule rule) {
		return IntStream.range(0, 100_000).filter(i -> rule.takes("member-" + i)).count();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.5", "1", "10", "33.33", "50", "99" })
	void takesAboutItsShare(String percent) {
		var share = new BigDecimal(percent).doubleValue() * 1000;
		assertThat((double) taken(at(percent))).isBetween(share * 0.85 - 30, share * 1.15 + 30);
	}

	@Test
	void takesNobodyAtZeroAndEverybodyAtHundred() {
		assertThat(taken(at("0"))).isZero();
		assertThat(taken(at("100"))).isEqualTo(100_000);
	}

	@Test
	void takesNobodyBackWhenRaised() {
		assertThat(IntStream.range(0, 10_000)
			.filter(i -> at("20").takes("m" + i))
			.allMatch(i -> at("20.5").takes("m" + i))).isTrue();
	}

}
