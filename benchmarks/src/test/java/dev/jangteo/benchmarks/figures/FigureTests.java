package dev.jangteo.benchmarks.figures;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FigureTests {

	@Test
	void reachesItsRatioByTheMedianOfPairedRounds() {
		// The machine slowed down in the last round for both alike.
		Figure figure = Figure.ratio("a", "a", "/s", Series.of(50, 51, 20), "peer", Series.of(100, 100, 40), 0.5);
		assertThat(figure.verdict()).isEqualTo(Verdict.REACHED);
	}

	@Test
	void isBelowItsRatio() {
		Figure figure = Figure.ratio("a", "a", "/s", Series.of(39), "peer", Series.of(100), 0.4);
		assertThat(figure.verdict()).isEqualTo(Verdict.BELOW_REACH);
	}

	@Test
	void reachesALimitFromBelow() {
		assertThat(Figure.limit("a", "a", "ms", Series.of(60), 60).verdict()).isEqualTo(Verdict.REACHED);
		assertThat(Figure.limit("a", "a", "ms", Series.of(60.1), 60).verdict()).isEqualTo(Verdict.BELOW_REACH);
	}

	@Test
	void anInformationReachesNothing() {
		assertThat(Figure.information("a", "a", "/s", Series.of(1)).verdict()).isEqualTo(Verdict.INFORMATION);
	}

	@Test
	void isSettledOnlyIfThePeerIs() {
		assertThat(Figure.ratio("a", "a", "/s", Series.of(50, 50), "peer", Series.of(100, 150), 0.5).settled())
			.isFalse();
	}

	@Test
	void refusesARatioWithoutPeer() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Figure("a", "a", "/s", Series.of(1), null, new Reach.AtLeastOfPeer(0.5), List.of()));
	}

}
