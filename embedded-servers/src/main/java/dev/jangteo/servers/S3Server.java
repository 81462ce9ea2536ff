package dev.jangteo.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Object storage with the S3 protocol, path style, over a folder.
 */
public final class S3Server extends JavaServer {

	private final String accessKey;

	private final String secretKey;

	public S3Server(int port, Path folder, ServerOptions options, String accessKey, String secretKey) {

		super("s3", port, folder, options);

		this.accessKey = accessKey;
		this.secretKey = secretKey;
	}

	public ObjectStorage objectStorage() {
		return new ObjectStorage("http://127.0.0.1:" + port(), this.accessKey, this.secretKey);
	}

	@Override
	public boolean answers() {
		return HttpProbe.status(objectStorage().endpoint() + "/") != HttpProbe.NOTHING;
	}

	@Override
	String mainClass() {
		return "dev.jangteo.servers.s3.ObjectStorage";
	}

	@Override
	List<String> arguments() {
		return List.of();
	}

	@Override
	Map<String, String> environment() {
		return Map.of("S3_LISTEN", objectStorage().endpoint(), "S3_DATA", folder().resolve("data").toString(),
				"S3_ACCESS_KEY", this.accessKey, "S3_SECRET_KEY", this.secretKey);
	}

}
