package dev.jangteo.defaults.idempotency;

import dev.jangteo.defaults.Answer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/**
 * An answer as it was given and will be given again.
 *
 * @param request the digest of the request it answers
 * @param status the status
 * @param location the header {@code Location}
 * @param etag the header {@code ETag}
 * @param body JSON, if any
 */
record StoredAnswer(byte[] request, int status, @Nullable String location, @Nullable String etag,
		byte @Nullable [] body) {

	<T> Answer<T> toAnswer(boolean replayed) {
		var headers = new HttpHeaders();
		if (this.location != null) {
			headers.set(HttpHeaders.LOCATION, this.location);
		}
		if (this.etag != null) {
			headers.set(HttpHeaders.ETAG, this.etag);
		}
		if (this.body != null) {
			headers.setContentType(MediaType.APPLICATION_JSON);
		}
		if (replayed) {
			headers.set("Idempotency-Replayed", "true");
		}
		return new Answer<>(this.body, headers, HttpStatusCode.valueOf(this.status));
	}

}
