package dev.jangteo.sandbox;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a share of the calls of one kind.
 */
final class Fault {

	static final Fault NONE = new Fault(Mode.NONE, null, null, 1, null);

	private final Mode mode;

	private final @Nullable ErrorCode code;

	private final @Nullable Long millis;

	private final double share;

	private final @Nullable Long seed;

	private final Random random;

	Fault(Mode mode, @Nullable ErrorCode code, @Nullable Long millis, double share, @Nullable Long seed) {
		this.mode = mode;
		this.code = code;
		this.millis = millis;
		this.share = share;
		this.seed = seed;
		this.random = (seed != null) ? new Random(seed) : new Random();
	}

	/** What happens to the next call: the same sequence for the same seed. */
	Mode next() {
		if (mode == Mode.NONE || share >= 1) {
			return mode;
		}
		return (random.nextDouble() < share) ? mode : Mode.NONE;
	}

	ErrorCode codeOr(ErrorCode usual) {
		return (code != null) ? code : usual;
	}

	Duration millisOr(Duration usual) {
		return (millis != null) ? Duration.ofMillis(millis) : usual;
	}

	View view() {
		return new View(mode, code, millis, share, seed);
	}

	record View(Mode mode, @Nullable ErrorCode code, @Nullable Long millis, double share, @Nullable Long seed) {

	}

	/**
	 * The kinds of faults.
	 */
	enum Mode {

		/** All is well. */
		NONE,

		/** Said no, with a code. */
		DECLINE,

		/** Done, but late. */
		SLOW,

		/** The line is cut before anything was done. */
		REFUSE,

		/** An internal error, nothing done. */
		ERROR,

		/** Nothing done and nothing said, until the line is cut. */
		HANG_BEFORE,

		/** Done, and nothing said until the line is cut. */
		HANG_AFTER_APPROVAL,

		/** Done, and the line is cut. */
		CUT_AFTER_APPROVAL,

		/** Never sent. */
		LOSE,

		/** Sent twice. */
		DOUBLE,

		/** Sent late. */
		DELAY,

		/** Sent after the next one. */
		REORDER;

		static final Set<Mode> OF_CALLS = EnumSet.range(NONE, CUT_AFTER_APPROVAL);

		static final Set<Mode> OF_QUERIES = EnumSet.of(NONE, SLOW, REFUSE, ERROR, HANG_BEFORE);

		static final Set<Mode> OF_WEBHOOKS = EnumSet.of(NONE, LOSE, DOUBLE, DELAY, REORDER);

	}

}
