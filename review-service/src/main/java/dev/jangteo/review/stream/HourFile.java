package dev.jangteo.review.stream;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/**
 * A file of changes that is summed up while it is written.
 */
final class HourFile implements AutoCloseable {

	static final String NAME = "changes.jsonl";

	private final Path file;

	private final MessageDigest digest;

	private final Writer writer;

	private long count;

	HourFile(Path file) throws IOException {
		this.file = file;
		this.digest = sha256();
		this.writer = new BufferedWriter(new OutputStreamWriter(
				new DigestOutputStream(Files.newOutputStream(file), digest), StandardCharsets.UTF_8));
	}

	void add(String line) throws IOException {
		writer.write(line);
		writer.write('\n');
		count++;
	}

	/** What the closed file is checked by. */
	Manifest manifest(OffsetDateTime hour) throws IOException {
		return new Manifest(NAME, hour, count, Files.size(file), HexFormat.of().formatHex(digest.digest()));
	}

	@Override
	public void close() throws IOException {
		writer.close();
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A manifest.
	 *
	 * @param hour its beginning
	 */
	record Manifest(String file, OffsetDateTime hour, long count, long bytes, String sha256) {
	}

}
