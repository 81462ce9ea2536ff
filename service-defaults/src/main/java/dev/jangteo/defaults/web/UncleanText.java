package dev.jangteo.defaults.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Text with control characters or halves of characters.
 */
class UncleanText extends MismatchedInputException {

	UncleanText(JsonParser parser) {
		super(parser, "unclean text");
	}

}
