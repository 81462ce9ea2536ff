package dev.jangteo.benchmarks.tools;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads the answers that come one after another on one HTTP/1.1 connection, and keeps of
 * them only the status.
 */
final class HttpAnswers {

	private static final int LINE_LIMIT = 16 * 1024;

	private final InputStream in;

	private final byte[] line = new byte[LINE_LIMIT];

	HttpAnswers(InputStream in) {
		this.in = new BufferedInputStream(in, 64 * 1024);
	}

	/**
	 * Waits for the next answer, to its last byte.
	 * @return its status
	 */
	int next() throws IOException {
		String start = readLine();
		int status = Integer.parseInt(start.substring(9, 12));
		long length = (status == 204 || status == 304) ? 0 : -1;
		boolean chunked = false;
		for (String header = readLine(); !header.isEmpty(); header = readLine()) {
			String lower = header.toLowerCase(Locale.ROOT);
			if (lower.startsWith("content-length:")) {
				length = Long.parseLong(lower.substring(15).strip());
			}
			else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
				chunked = true;
			}
		}
		if (chunked) {
			skipChunks();
		}
		else if (length >= 0) {
			this.in.skipNBytes(length);
		}
		else {
			throw new IOException("An answer without a length: " + start);
		}
		return status;
	}

	private void skipChunks() throws IOException {
		while (true) {
			long size = Long.parseLong(readLine().split(";", 2)[0].strip(), 16);
			this.in.skipNBytes(size);
			if (size == 0) {
				while (!readLine().isEmpty()) {
					// Trailers are read and forgotten.
				}
				return;
			}
			readLine();
		}
	}

	private String readLine() throws IOException {
		int length = 0;
		for (int b = this.in.read(); b != '\n'; b = this.in.read()) {
			if (b < 0) {
				throw new EOFException("The connection ended within an answer.");
			}
			if (length == LINE_LIMIT) {
				throw new IOException("A header line is too long.");
			}
			this.line[length++] = (byte) b;
		}
		if (length > 0 && this.line[length - 1] == '\r') {
			length--;
		}
		return new String(this.line, 0, length, StandardCharsets.ISO_8859_1);
	}

}
