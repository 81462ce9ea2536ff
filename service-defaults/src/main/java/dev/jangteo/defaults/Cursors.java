package dev.jangteo.defaults;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import org.jspecify.annotations.Nullable;

/**
 * Opaque cursors. A cursor carries the keys of the last row seen and the name of its
 * list, and is refused by any other list. It is no secret and gives no right: the query
 * it continues checks ownership as the first page did.
 */
public final class Cursors {

	/** The limit of a page when none is asked for. */
	public static final int DEFAULT_LIMIT = 20;

	/** The highest limit that may be asked for. */
	public static final int MAX_LIMIT = 100;

	private static final int LONGEST = 512;

	private static final char SEPARATOR = '\u001f';

	private Cursors() {
	}

	/**
	 * Makes the cursor that continues after a row.
	 * @param list the name of the list, filters included when another filter makes
	 * another list
	 * @param keys the row's sort keys, written by their {@code toString}
	 */
	public static String encode(String list, Object... keys) {
		var text = Stream.concat(Stream.of(list), Arrays.stream(keys).map(String::valueOf))
			.collect(Collectors.joining(String.valueOf(SEPARATOR)));
		var signed = checksum(text) + SEPARATOR + text;
		return Base64.getUrlEncoder().withoutPadding().encodeToString(signed.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The keys of a cursor.
	 * @throws Problem 400 when the cursor is malformed or of another list
	 */
	public static List<String> decode(String list, String cursor) {
		if (cursor.length() > LONGEST) {
			throw malformed();
		}
		var parts = split(cursor);
		if (parts.size() < 2 || !parts.get(0).equals(checksum(join(parts.subList(1, parts.size()))))) {
			throw malformed();
		}
		if (!parts.get(1).equals(list)) {
			throw Problem.invalid("cursor", "belongs to another list");
		}
		return parts.subList(2, parts.size());
	}

	/**
	 * The keys of a cursor in the list's own types.
	 * @param keys reads the keys; whatever it throws makes the cursor malformed
	 * @return {@code null} when there is no cursor, which is the first page
	 */
	public static <T> @Nullable T decode(String list, @Nullable String cursor, Function<List<String>, T> keys) {
		if (cursor == null || cursor.isEmpty()) {
			return null;
		}
		var decoded = decode(list, cursor);
		try {
			return keys.apply(decoded);
		}
		catch (RuntimeException ex) {
			throw malformed();
		}
	}

	/**
	 * The limit to use.
	 * @throws Problem 400 when it is not within 1 to {@value #MAX_LIMIT}
	 */
	public static int limit(@Nullable Integer limit) {
		if (limit == null) {
			return DEFAULT_LIMIT;
		}
		if (limit < 1 || limit > MAX_LIMIT) {
			throw Problem.invalid("limit", "must be within 1 and " + MAX_LIMIT);
		}
		return limit;
	}

	private static List<String> split(String cursor) {
		try {
			var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
			return List.of(text.split(String.valueOf(SEPARATOR), -1));
		}
		catch (IllegalArgumentException ex) {
			throw malformed();
		}
	}

	private static String join(List<String> parts) {
		return String.join(String.valueOf(SEPARATOR), parts);
	}

	// Against mistakes, not against forgery: see the class comment.
	private static String checksum(String text) {
		var checksum = new CRC32C();
		checksum.update(text.getBytes(StandardCharsets.UTF_8));
		return Long.toString(checksum.getValue(), Character.MAX_RADIX);
	}

	private static Problem malformed() {
		return Problem.invalid("cursor", "is not a cursor of this list");
	}

}
