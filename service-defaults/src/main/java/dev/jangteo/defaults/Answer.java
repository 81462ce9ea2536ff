package dev.jangteo.defaults;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

/**
 * An answer whose body is JSON already, so that a repetition gives the very same bytes. A
 * controller method returns it as it is.
 * <p>
 * Its type names what the JSON represents, for the description of the API; nothing but
 * the framework reads the body, and that finds bytes.
 *
 * @param <T> what the body represents
 */
public final class Answer<T> extends ResponseEntity<T> {

	@SuppressWarnings("unchecked")
	public Answer(byte @Nullable [] json, HttpHeaders headers, HttpStatusCode status) {
		super((T) json, headers, status);
	}

}
