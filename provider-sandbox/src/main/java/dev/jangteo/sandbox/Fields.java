package dev.jangteo.sandbox;

import java.math.BigDecimal;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * Reads what callers send: a field that is there is of the right kind, or the request is
 * refused.
 */
final class Fields {

	private static final BigDecimal MOST = new BigDecimal("1000000000000");

	private Fields() {
	}

	static String required(JsonNode json, String name, int longest) {
		return text(json, name, longest).orElseThrow(() -> Refused.invalid("'" + name + "' is required."));
	}

	static Optional<String> text(JsonNode json, String name) {
		return text(json, name, 200);
	}

	static Optional<String> text(JsonNode json, String name, int longest) {
		return present(json, name).map((node) -> {
			if (!node.isString() || node.stringValue().isBlank() || node.stringValue().length() > longest) {
				throw Refused.invalid("'" + name + "' is a text of 1 to " + longest + " characters.");
			}
			return node.stringValue();
		});
	}

	static Optional<BigDecimal> number(JsonNode json, String name) {
		return present(json, name).map((node) -> {
			if (!node.isNumber()) {
				throw Refused.invalid("'" + name + "' is a number.");
			}
			return node.decimalValue();
		});
	}

	static Optional<Long> whole(JsonNode json, String name) {
		return present(json, name).map((node) -> {
			if (!node.isIntegralNumber() || !node.canConvertToLong()) {
				throw Refused.invalid("'" + name + "' is a whole number.");
			}
			return node.longValue();
		});
	}

	/** An amount of money above zero. */
	static Optional<BigDecimal> amount(JsonNode json, String name) {
		return number(json, name).map((amount) -> {
			if (amount.signum() <= 0 || amount.compareTo(MOST) > 0 || amount.stripTrailingZeros().scale() > 2) {
				throw Refused.invalid("'" + name + "' is an amount above zero.");
			}
			return amount;
		});
	}

	static ErrorCode code(String name) {
		return ErrorCode.of(name).orElseThrow(() -> Refused.invalid("There is no code '" + name + "'."));
	}

	private static Optional<JsonNode> present(JsonNode json, String name) {
		return json.optional(name).filter((node) -> !node.isNull());
	}

}
