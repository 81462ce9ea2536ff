package dev.jangteo.local.api;

import java.net.http.HttpHeaders;

import tools.jackson.databind.JsonNode;

/**
 * What the platform said.
 *
 * @param request method and path, for messages
 * @param body an empty node when there was none
 */
public record Answer(String request, int status, HttpHeaders headers, JsonNode body) {

	/**
	 * This answer, if it has one of the given statuses.
	 * @throws Unexpected otherwise
	 */
	public Answer expect(int... statuses) {

		for (int expected : statuses) {
			if (this.status == expected) {
				return this;
			}
		}

		throw new Unexpected("%s answered %d: %s".formatted(this.request, this.status, this.body));
	}

	public String text(String field) {
		return this.body.path(field).stringValue("");
	}

	/**
	 * The version for {@code If-Match}.
	 */
	public String etag() {
		return this.headers.firstValue("ETag").orElseThrow(() -> new Unexpected(this.request + " gave no ETag"));
	}

}
