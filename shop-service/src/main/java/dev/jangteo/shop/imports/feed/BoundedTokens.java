package dev.jangteo.shop.imports.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes for a parser that keeps whole comments, attributes and the like in memory: none
 * of them may be long.
 */
final class BoundedTokens extends FilterInputStream {

	private static final int LONGEST = 1024 * 1024;

	private long sinceToken;

	BoundedTokens(InputStream bytes) {
		super(bytes);
	}

	/**
	 * The parser has given something away, so it keeps no more than it has read ahead.
	 */
	void tokenRead() {
		this.sinceToken = 0;
	}

	@Override
	public int read() throws IOException {

		var read = super.read();

		if (read >= 0) {
			count(1);
		}

		return read;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {

		var read = super.read(buffer, offset, length);

		count(Math.max(0, read));
		return read;
	}

	private void count(int bytes) throws IOException {

		this.sinceToken += bytes;

		if (this.sinceToken > LONGEST) {
			throw new FeedUnreadable("The XML has a tag, a comment or a CDATA section of more than 1 MiB.");
		}
	}

}
