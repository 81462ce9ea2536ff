package dev.jangteo.defaults.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads UUIDs in paths and parameters in their one full form; the JDK also takes
 * shortened ones.
 */
@ControllerAdvice
class StrictArguments {

	private static final int LENGTH = 36;

	// An editor, since binding falls back to the lenient one when a converter refuses.
	@InitBinder
	void uuids(WebDataBinder binder) {
		binder.registerCustomEditor(UUID.class, new PropertyEditorSupport() {
			@Override
			public void setAsText(String text) {
				setValue(text.isEmpty() ? null : strict(text));
			}
		});
	}

	private static UUID strict(String text) {
		if (text.length() != LENGTH) {
			throw new IllegalArgumentException("not a UUID");
		}
		return UUID.fromString(text);
	}

}
