package dev.jangteo.defaults.platform;

import java.util.regex.Pattern;

import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Masks what may name a person or open a door in every line that is logged: mail
 * addresses, phone numbers, card numbers, tokens, and values a database quotes in its
 * errors. The second line of defence; the first is not to log them.
 */
class PersonalDataMask implements StructuredLoggingJsonMembersCustomizer<Object> {

	private static final Pattern MAIL = Pattern
		.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,190}\\.\\p{L}{2,24}");

	private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{5,}\\.[\\w-]+(\\.[\\w-]*)?");

	private static final Pattern PHONE = Pattern
		.compile("(?<![\\w-])(\\+82[ -]?|0)1[016789][ -]?\\d{3,4}[ -]?\\d{4}(?![\\w-])");

	private static final Pattern CARD = Pattern.compile("(?<![\\w-])\\d{4}([ -]?)\\d{4}\\1\\d{4}\\1\\d{3,4}(?![\\w-])");

	private static final Pattern QUOTED_ROW = Pattern
		.compile("(Key \\([^)]*\\)=|Failing row contains )\\((?:[^()]|\\([^()]*\\))*\\)");

	private static final String MASK = "***";

	@Override
	public void customize(Members<Object> members) {
		members.applyingValueProcessor(ValueProcessor.of(String.class, PersonalDataMask::mask));
	}

	static String mask(String text) {
		if (text.length() < 9) {
			return text;
		}
		var masked = text;
		if (masked.indexOf('@') >= 0) {
			masked = MAIL.matcher(masked).replaceAll(MASK);
		}
		if (masked.contains("eyJ")) {
			masked = TOKEN.matcher(masked).replaceAll(MASK);
		}
		if (masked.indexOf('(') >= 0) {
			masked = QUOTED_ROW.matcher(masked).replaceAll("$1(***)");
		}
		masked = PHONE.matcher(masked).replaceAll(MASK);
		return CARD.matcher(masked).replaceAll(MASK);
	}

}
