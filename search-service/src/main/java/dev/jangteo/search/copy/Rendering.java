package dev.jangteo.search.copy;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Writes JSON that more is put behind. */
@Component
class Rendering {

	private final JsonMapper json;

	Rendering(JsonMapper json) {
		this.json = json;
	}

	byte[] whole(Object value) {
		return this.json.writeValueAsBytes(value);
	}

	/** An object without its closing brace. */
	byte[] open(Object value) {
		var whole = whole(value);
		return Arrays.copyOf(whole, whole.length - 1);
	}

	/** The members of an object alone: a comma, and no brace. */
	byte[] members(Object value) {
		var open = open(value);
		open[0] = ',';
		return open;
	}

	static <T> List<T> orNone(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

	static @Nullable String first(@Nullable List<String> images) {
		return (images != null && !images.isEmpty()) ? images.getFirst() : null;
	}

}
