package dev.jangteo.defaults;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * Text that people read: no control characters, no line breaks unless
 * {@link #multiline()}, not blank unless {@link #blank()}, at most {@link #max()}
 * characters. {@code null} is valid: add {@code @NotNull} where it is not.
 */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.METHOD,
		ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

	/** The largest number of characters. */
	int max() default 200;

	/** Whether line breaks and tabs are allowed. */
	boolean multiline() default false;

	/** Whether the text may be blank. */
	boolean blank() default false;

	String message() default "must be plain text";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
