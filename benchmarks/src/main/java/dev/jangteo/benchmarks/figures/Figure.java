package dev.jangteo.benchmarks.figures;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One line of the result: what was measured, what came out in each round, the peer's
 * rounds of the same run, and what was to be reached.
 *
 * @param name short and stable, for comparing two runs: {@code gateway.throughput}
 * @param what one line for people
 * @param unit of ours and of the peer's
 * @param ours our rounds
 * @param peer the peer and its rounds; absent where the bar is absolute
 * @param reach what was to be reached
 * @param notes what a reader must know beside the number
 */
public record Figure(String name, String what, String unit, Series ours, @Nullable Peer peer, Reach reach,
		List<String> notes) {

	public Figure {
		notes = List.copyOf(notes);
		if (reach instanceof Reach.AtLeastOfPeer && peer == null) {
			throw new IllegalArgumentException("%s: a ratio needs a peer.".formatted(name));
		}
	}

	/**
	 * What ours was measured against.
	 *
	 * @param name of the peer
	 * @param rounds of the peer, interleaved with ours
	 */
	public record Peer(String name, Series rounds) {
	}

	public static Figure ratio(String name, String what, String unit, Series ours, String peer, Series theirs,
			double atLeast) {
		return new Figure(name, what, unit, ours, new Peer(peer, theirs), new Reach.AtLeastOfPeer(atLeast), List.of());
	}

	public static Figure limit(String name, String what, String unit, Series ours, double atMost) {
		return new Figure(name, what, unit, ours, null, new Reach.AtMost(atMost), List.of());
	}

	public static Figure information(String name, String what, String unit, Series ours) {
		return new Figure(name, what, unit, ours, null, new Reach.None(), List.of());
	}

	public Figure beside(String peer, Series theirs) {
		return new Figure(this.name, this.what, this.unit, this.ours, new Peer(peer, theirs), this.reach, this.notes);
	}

	public Figure noting(String... notes) {
		return new Figure(this.name, this.what, this.unit, this.ours, this.peer, this.reach, List.of(notes));
	}

	/**
	 * The median of the rounds' ratios, or nothing where there is no peer.
	 */
	public @Nullable Series ratio() {
		return (this.peer != null) ? this.ours.dividedBy(this.peer.rounds()) : null;
	}

	public Verdict verdict() {
		return switch (this.reach) {
			case Reach.AtLeastOfPeer(double least) -> verdict(medianRatio() >= least);
			case Reach.AtMost(double most) -> verdict(this.ours.median() <= most);
			case Reach.None() -> Verdict.INFORMATION;
		};
	}

	/**
	 * Whether every contender's two halves agree.
	 */
	public boolean settled() {
		return this.ours.settled() && (this.peer == null || this.peer.rounds().settled());
	}

	private double medianRatio() {
		Series ratio = ratio();
		return (ratio != null) ? ratio.median() : Double.NaN;
	}

	private static Verdict verdict(boolean reached) {
		return reached ? Verdict.REACHED : Verdict.BELOW_REACH;
	}

}
