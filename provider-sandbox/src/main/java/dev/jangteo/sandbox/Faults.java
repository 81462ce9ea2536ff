package dev.jangteo.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.jangteo.sandbox.Fault.Mode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The faults in force. They are switched while the sandbox runs and do not survive it.
 */
final class Faults {

	private static final Duration SLOW = Duration.ofSeconds(1);

	private static final Duration HANG = Duration.ofMinutes(1);

	private volatile Map<Operation, Fault> inForce = Map.of();

	Fault of(Operation operation) {
		return inForce.getOrDefault(operation, Fault.NONE);
	}

	void clear() {
		inForce = Map.of();
	}

	/**
	 * Puts these in force; what is not named works well.
	 * @throws Refused when the description is not understood, and then nothing changes
	 */
	void replace(JsonNode description) {
		if (!description.isObject()) {
			throw Refused.invalid("Faults are an object.");
		}
		var faults = new EnumMap<Operation, Fault>(Operation.class);
		description.forEachEntry((name, fault) -> faults.put(Operation.of(name), read(Operation.of(name), fault)));
		inForce = Map.copyOf(faults);
	}

	Map<String, Fault.View> view() {
		var all = new LinkedHashMap<String, Fault.View>();
		for (var operation : Operation.values()) {
			all.put(operation.wireName(), of(operation).view());
		}
		return all;
	}

	/**
	 * Lets a call run into what is in force for it.
	 * @param work does it, the way it is told
	 */
	Reply around(Operation operation, Work work) {
		var fault = of(operation);
		return switch (fault.next()) {
			case NONE, LOSE, DOUBLE, DELAY, REORDER -> work.apply(Way.USUAL);
			case DECLINE -> work.apply(new Way(fault.codeOr(operation.usualRefusal), Duration.ZERO));
			case SLOW -> work.apply(new Way(null, fault.millisOr(SLOW)));
			case REFUSE -> new Reply.Silence();
			case ERROR -> throw Refused.because(fault.codeOr(ErrorCode.FAILED_INTERNAL_SYSTEM_PROCESSING));
			case HANG_BEFORE -> hang(fault);
			case HANG_AFTER_APPROVAL -> {
				work.apply(Way.USUAL);
				yield hang(fault);
			}
			case CUT_AFTER_APPROVAL -> {
				work.apply(Way.USUAL);
				yield new Reply.Silence();
			}
		};
	}

	private static Reply hang(Fault fault) {
		pause(fault.millisOr(HANG));
		return new Reply.Silence();
	}

	private static Fault read(Operation operation, JsonNode json) {
		var mode = Fields.text(json, "mode")
			.flatMap((name) -> operation.modes().stream().filter((each) -> each.name().equals(name)).findFirst())
			.orElseThrow(() -> Refused.invalid(operation.wireName() + ".mode is one of " + operation.modes()));
		var code = Fields.text(json, "code").map(Fields::code).orElse(null);
		if (code != null && (mode == Mode.DECLINE) != code.isRefusal()) {
			throw Refused.invalid("DECLINE takes a code below 500, ERROR one from 500 on.");
		}
		var millis = Fields.whole(json, "millis").orElse(null);
		if (millis != null && millis < 0) {
			throw Refused.invalid("millis is not negative.");
		}
		var share = Fields.number(json, "share").map(Number::doubleValue).orElse(1.0);
		if (share < 0 || share > 1) {
			throw Refused.invalid("share is between 0 and 1.");
		}
		return new Fault(mode, code, millis, share, Fields.whole(json, "seed").orElse(null));
	}

	private static void pause(Duration time) {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * How a call is to be worked off.
	 *
	 * @param decline the reason to say no, if there is one
	 * @param pause how long it takes
	 */
	record Way(@Nullable ErrorCode decline, Duration pause) {

		private static final Way USUAL = new Way(null, Duration.ZERO);

		void takeTime() {
			if (pause.isPositive()) {
				Faults.pause(pause);
			}
		}

	}

	/**
	 * Does what was asked.
	 */
	interface Work {

		Answer apply(Way way);

	}

	/**
	 * What can fail.
	 */
	enum Operation {

		CONFIRM(ErrorCode.REJECT_CARD_PAYMENT), CANCEL(ErrorCode.NOT_CANCELABLE_PAYMENT),
		QUERY(ErrorCode.NOT_FOUND_PAYMENT), WEBHOOKS(ErrorCode.NOT_FOUND);

		private final ErrorCode usualRefusal;

		Operation(ErrorCode usualRefusal) {
			this.usualRefusal = usualRefusal;
		}

		private Set<Mode> modes() {
			return switch (this) {
				case CONFIRM, CANCEL -> Mode.OF_CALLS;
				case QUERY -> Mode.OF_QUERIES;
				case WEBHOOKS -> Mode.OF_WEBHOOKS;
			};
		}

		String wireName() {
			return name().toLowerCase(Locale.ROOT);
		}

		static Operation of(String name) {
			return Arrays.stream(values())
				.filter((operation) -> operation.wireName().equals(name))
				.findFirst()
				.orElseThrow(() -> Refused.invalid("Faults are named confirm, cancel, query and webhooks."));
		}

	}

}
