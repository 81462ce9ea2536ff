package dev.jangteo.defaults.web;

import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import dev.jangteo.defaults.FieldProblem;
import dev.jangteo.defaults.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Says which field of a body could not be read and why, without echoing it.
 */
final class JsonProblems {

	private static final String BODY = "body";

	private JsonProblems() {
	}

	static Problem of(@Nullable Throwable cause) {
		for (var each = cause; each != null; each = each.getCause()) {
			if (each instanceof BodyTooLarge) {
				return Problem.tooLarge("The body is too large.");
			}
			if (each instanceof Problem problem) {
				return problem;
			}
		}
		if (cause instanceof JacksonException json) {
			return Problem.invalid(field(json), message(json));
		}
		return Problem.invalid(BODY, (cause == null) ? "is required" : "cannot be read");
	}

	private static String field(JacksonException json) {
		var path = new StringBuilder();
		for (var reference : json.getPath()) {
			if (reference.getPropertyName() != null) {
				path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
			}
			else {
				path.append('[').append(reference.getIndex()).append(']');
			}
		}
		var name = new FieldProblem(path.toString(), "").field();
		return name.isEmpty() ? BODY : name;
	}

	private static String message(JacksonException json) {
		return switch (json) {
			case UncleanText _ -> "must not contain control characters";
			case StreamConstraintsException _ -> "is too long or too deep";
			case StreamReadException _ -> "is not well-formed JSON" + position(json);
			case ValueInstantiationException value -> refusal(value);
			case MismatchedInputException mismatch -> expected(mismatch.getTargetType());
			case DatabindException _ -> "has the wrong form";
			default -> "cannot be read";
		};
	}

	private static String position(JacksonException json) {
		var location = json.getLocation();
		return (location != null && location.getLineNr() > 0)
				? " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr()) : "";
	}

	// What one of our own values says of itself was written for people.
	private static String refusal(ValueInstantiationException value) {
		for (var cause = value.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof IllegalArgumentException && cause.getMessage() != null && isOurs(cause)) {
				return Objects.requireNonNull(cause.getMessage());
			}
		}
		return "is not valid";
	}

	private static boolean isOurs(Throwable cause) {
		var trace = cause.getStackTrace();
		return trace.length > 0 && trace[0].getClassName().startsWith("dev.jangteo.");
	}

	private static String expected(@Nullable Class<?> type) {
		if (type == null) {
			return "has the wrong form";
		}
		if (type.isEnum()) {
			return "must be one of " + String.join(", ",
					Arrays.stream(type.getEnumConstants()).map((constant) -> ((Enum<?>) constant).name()).toList());
		}
		return "must be " + noun(type);
	}

	static String noun(Class<?> type) {
		if (CharSequence.class.isAssignableFrom(type)) {
			return "text";
		}
		if (type == UUID.class) {
			return "a UUID";
		}
		if (type == Currency.class) {
			return "a currency code";
		}
		if (type == boolean.class || type == Boolean.class) {
			return "true or false";
		}
		if (type == double.class || type == float.class || java.math.BigDecimal.class.isAssignableFrom(type)
				|| type == Double.class) {
			return "a number";
		}
		if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
			return "a whole number within its range";
		}
		if (Temporal.class.isAssignableFrom(type)) {
			return "an ISO-8601 date or time";
		}
		if (Collection.class.isAssignableFrom(type) || type.isArray()) {
			return "a list";
		}
		return (Map.class.isAssignableFrom(type) || type.isRecord()) ? "an object" : "of another form";
	}

}
