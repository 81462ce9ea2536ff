package dev.jangteo.benchmarks.tools;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Requests that are sent in turn, by wrk or in the open model.
 *
 * @param all of them
 * @param unique whether each sending has an {@code Idempotency-Key} of its own
 */
public record Requests(List<Request> all, boolean unique) {

	private static final String SCRIPT = "requests.lua";

	public Requests {
		all = List.copyOf(all);
	}

	/**
	 * A request.
	 *
	 * @param method of it
	 * @param path with its query
	 * @param token of the member who sends it, or an empty text
	 * @param body as JSON in one line, or an empty text
	 */
	public record Request(String method, String path, String token, String body) {

		public static Request get(String path, String token) {
			return new Request("GET", path, token, "");
		}

		private String lines() {
			return "%s %s\n%s\n%s\n".formatted(this.method, this.path, this.token, this.body);
		}

		private byte[] bytes(URI address) {
			StringBuilder text = new StringBuilder("%s %s HTTP/1.1\r\nHost: %s:%d\r\nAccept: application/json\r\n"
				.formatted(this.method, this.path, address.getHost(), address.getPort()));
			if (!this.token.isEmpty()) {
				text.append("Authorization: Bearer ").append(this.token).append("\r\n");
			}
			return text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
		}

	}

	/**
	 * Sends as many as the connections of wrk can carry.
	 */
	public Wrk.Report asFastAsPossible(Wrk wrk, URI address, Duration time) throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("bench-wrk");
		Path script = folder.resolve(SCRIPT);
		Path requests = folder.resolve("requests");
		try {
			try (InputStream in = Requests.class.getResourceAsStream(SCRIPT)) {
				if (in == null) {
					throw new IOException(SCRIPT + " is missing.");
				}
				Files.copy(in, script);
			}
			Files.writeString(requests, String.join("", this.all.stream().map(Request::lines).toList()));
			return wrk.run(address, time, script,
					List.of(requests.toString(), this.unique ? "unique" : "same", UUID.randomUUID().toString()));
		}
		finally {
			Files.deleteIfExists(requests);
			Files.deleteIfExists(script);
			Files.deleteIfExists(folder);
		}
	}

	/**
	 * The requests without body as bytes, for the open model.
	 */
	public List<byte[]> bytes(URI address) {
		return this.all.stream().map((request) -> request.bytes(address)).toList();
	}

}
