package dev.jangteo.shop.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Knows how many bytes were read from it.
 */
final class CountedStream extends FilterInputStream {

	private long count;

	CountedStream(InputStream bytes) {
		super(bytes);
	}

	long count() {
		return this.count;
	}

	@Override
	public int read() throws IOException {

		var read = super.read();

		this.count += (read < 0) ? 0 : 1;
		return read;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {

		var read = super.read(buffer, offset, length);

		this.count += Math.max(0, read);
		return read;
	}

}
