package dev.jangteo.benchmarks.figures;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class SeriesTests {

	@Test
	void takesTheMiddleRoundAsMedian() {
		assertThat(Series.of(9, 1, 5).median()).isEqualTo(5);
	}

	@Test
	void takesTheMeanOfTheTwoMiddleRoundsAsMedian() {
		assertThat(Series.of(10, 1, 4, 6).median()).isEqualTo(5);
	}

	@Test
	void spreadIsHalfOfTheRangeAsPartOfTheMedian() {
		assertThat(Series.of(90, 100, 120).spread()).isCloseTo(0.15, within(1e-9));
	}

	@Test
	void isSettledWhenItsHalvesAgree() {
		assertThat(Series.of(100, 101, 99, 102).settled()).isTrue();
	}

	@Test
	void isNotSettledWhileItStillClimbs() {
		assertThat(Series.of(50, 80, 100, 101, 102).settled()).isFalse();
	}

	@Test
	void oneRoundProvesNothing() {
		assertThat(Series.of(100).settled()).isFalse();
	}

	@Test
	void dividesAndSubtractsRoundByRound() {
		assertThat(Series.of(10, 30).dividedBy(Series.of(20, 20)).rounds()).containsExactly(0.5, 1.5);
		assertThat(Series.of(10, 30).minus(Series.of(1, 2)).rounds()).containsExactly(9d, 28d);
	}

	@Test
	void refusesToPairUnequalNumbersOfRounds() {
		assertThatIllegalArgumentException().isThrownBy(() -> Series.of(1, 2).dividedBy(Series.of(1)));
	}

	@Test
	void refusesToBeEmpty() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Series(List.of()));
	}

}
