package dev.jangteo.defaults;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

class PlainTextValidator implements ConstraintValidator<PlainText, CharSequence> {

	private int max;

	private boolean multiline;

	private boolean blank;

	@Override
	public void initialize(PlainText constraint) {
		this.max = constraint.max();
		this.multiline = constraint.multiline();
		this.blank = constraint.blank();
	}

	@Override
	public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
		if (text == null) {
			return true;
		}
		if (text.length() > this.max) {
			return refuse("must be at most %d characters".formatted(this.max), context);
		}
		if (!this.blank && text.toString().isBlank()) {
			return refuse("must not be blank", context);
		}
		if (text.chars().anyMatch(this::isForbidden)) {
			return refuse(this.multiline ? "must not contain control characters"
					: "must be one line without control characters", context);
		}
		return true;
	}

	private boolean isForbidden(int character) {
		return switch (character) {
			case '\n', '\r', '\t' -> !this.multiline;
			case '\u2028', '\u2029' -> !this.multiline;
			default -> Character.isISOControl(character);
		};
	}

	private static boolean refuse(String message, ConstraintValidatorContext context) {
		context.disableDefaultConstraintViolation();
		context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
		return false;
	}

}
