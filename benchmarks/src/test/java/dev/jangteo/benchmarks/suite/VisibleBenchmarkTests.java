package dev.jangteo.benchmarks.suite;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleBenchmarkTests {

	@Test
	void makesANewWordOfLettersForEachEdit() {
		assertThat(LongStream.range(10_000_000_000L, 10_000_001_000L).mapToObj(VisibleBenchmark::word))
			.allMatch((word) -> word.matches("[a-z]{5,}"))
			.doesNotHaveDuplicates();
	}

}
