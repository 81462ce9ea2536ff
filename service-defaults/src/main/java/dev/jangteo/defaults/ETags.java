package dev.jangteo.defaults;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Versions as entity tags: {@code ETag: "7"} on the way out, {@code If-Match: "7"} on the
 * way in.
 */
public final class ETags {

	private static final Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

	private ETags() {
	}

	public static String of(long version) {
		return "\"" + version + "\"";
	}

	/**
	 * The version a caller has seen.
	 * @param ifMatch the header {@code If-Match}
	 * @throws Problem 428 when it is missing, 400 when it is no tag of ours
	 */
	public static long required(@Nullable String ifMatch) {
		if (ifMatch == null || ifMatch.isBlank()) {
			throw Problem.preconditionRequired("Send the ETag you have seen as If-Match.");
		}
		var tag = TAG.matcher(ifMatch.strip());
		if (!tag.matches()) {
			throw Problem.invalid("If-Match", "must be one ETag, for example \"7\"");
		}
		return Long.parseLong(tag.group(1));
	}

	/**
	 * Refuses a stale edit.
	 * @throws Problem 412 when the versions differ
	 */
	public static void check(long current, long ifMatch) {
		if (current != ifMatch) {
			throw Problem.stale("It is at version %d now. Read it again and repeat the edit.".formatted(current))
				.with("currentVersion", current);
		}
	}

}
