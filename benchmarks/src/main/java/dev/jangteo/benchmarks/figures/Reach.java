package dev.jangteo.benchmarks.figures;

import java.util.Locale;

/**
 * What a figure is to reach.
 */
public sealed interface Reach {

	/**
	 * Ours divided by the peer's, at least.
	 */
	record AtLeastOfPeer(double ratio) implements Reach {

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "≥ %.2f", this.ratio);
		}

	}

	/**
	 * Ours, in the figure's own unit, at most.
	 */
	record AtMost(double value) implements Reach {

		@Override
		public String toString() {
			return "≤ " + Numbers.plain(this.value);
		}

	}

	/**
	 * Shown because it explains another figure.
	 */
	record None() implements Reach {

		@Override
		public String toString() {
			return "–";
		}

	}

}
