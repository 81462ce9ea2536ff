package dev.jangteo.defaults.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads text only from text, and only such text as every database and terminal can hold:
 * no control characters but line breaks and tabs, no halves of characters.
 */
class StrictText extends StdScalarDeserializer<String> {

	StrictText() {
		super(String.class);
	}

	@Override
	public String deserialize(JsonParser parser, DeserializationContext context) {
		if (!parser.hasToken(JsonToken.VALUE_STRING)) {
			return (String) context.handleUnexpectedToken(String.class, parser);
		}
		var text = parser.getString();
		if (!isClean(text)) {
			throw new UncleanText(parser);
		}
		return text;
	}

	static boolean isClean(String text) {
		for (var i = 0; i < text.length(); i++) {
			var character = text.charAt(i);
			if (isControl(character)) {
				return false;
			}
			if (Character.isSurrogate(character)) {
				if (i + 1 == text.length() || !Character.isSurrogatePair(character, text.charAt(i + 1))) {
					return false;
				}
				i++;
			}
		}
		return true;
	}

	private static boolean isControl(char character) {
		return switch (character) {
			case '\n', '\r', '\t' -> false;
			default -> character < ' ' || character == '\u007f';
		};
	}

}
