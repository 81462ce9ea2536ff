package dev.jangteo.benchmarks.figures;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LatenciesTests {

	@Test
	void answersExactPercentilesInMilliseconds() {
		Latencies latencies = new Latencies(
				LongStream.rangeClosed(1, 100).map((ms) -> (101 - ms) * 1_000_000).toArray());
		assertThat(latencies.percentileMillis(50)).isEqualTo(50);
		assertThat(latencies.percentileMillis(99)).isEqualTo(99);
		assertThat(latencies.percentileMillis(100)).isEqualTo(100);
	}

	@Test
	void oneSampleIsEveryPercentile() {
		assertThat(new Latencies(new long[] { 3_000_000 }).percentileMillis(1)).isEqualTo(3);
	}

	@Test
	void refusesToInventAPercentile() {
		assertThatIllegalStateException().isThrownBy(() -> new Latencies(new long[0]).percentileMillis(50));
		assertThatIllegalArgumentException().isThrownBy(() -> new Latencies(new long[] { 1 }).percentileMillis(0));
	}

}
