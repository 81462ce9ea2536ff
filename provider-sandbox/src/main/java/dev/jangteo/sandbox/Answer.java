package dev.jangteo.sandbox;

import java.util.LinkedHashMap;

/**
 * An answer as it goes over the line.
 */
record Answer(int status, String type, String body) implements Reply {

	private static final String JSON = "application/json;charset=UTF-8";

	static Answer ok(Object body) {
		return json(200, body);
	}

	/** A body that needs no library to be written. */
	static Answer plain(String json) {
		return new Answer(200, JSON, json);
	}

	static Answer created(Object body) {
		return json(201, body);
	}

	static Answer page(String html) {
		return new Answer(200, "text/html;charset=UTF-8", html);
	}

	static Answer error(ErrorCode code, String message) {
		var body = new LinkedHashMap<String, String>();
		body.put("code", code.name());
		body.put("message", message);
		return json(code.status(), body);
	}

	private static Answer json(int status, Object body) {
		return new Answer(status, JSON, Json.write(body));
	}

}
