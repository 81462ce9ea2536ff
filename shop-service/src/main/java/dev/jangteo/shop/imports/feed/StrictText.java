package dev.jangteo.shop.imports.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Lines of text from bytes that must be in the promised encoding. A byte order mark at
 * the beginning counts more than the promise. Everything before a wrong byte is still
 * delivered, so that the line of the fault is known.
 */
final class StrictText implements Closeable {

	/** Longest line that is kept; of a longer one nothing is. */
	static final int LONGEST_LINE = 64 * 1024;

	private static final int BUFFER = 16 * 1024;

	private final InputStream bytes;

	private final ByteBuffer encoded = ByteBuffer.allocate(BUFFER);

	private final CharBuffer decoded = CharBuffer.allocate(BUFFER);

	private final CharsetDecoder decoder;

	private final String encoding;

	private boolean exhausted;

	private boolean flushed;

	private boolean malformed;

	private boolean afterReturn;

	private long line;

	StrictText(InputStream bytes, Charset promised) throws IOException {

		this.bytes = bytes;
		this.decoded.flip();
		this.encoded.flip();

		fill();

		var charset = marked(promised);
		this.encoding = charset.name();
		this.decoder = charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
	}

	/**
	 * The next line without its end, null after the last.
	 * @return a line of more than {@link #LONGEST_LINE} characters comes as
	 * {@link Line#tooLong()}
	 */
	@Nullable Line next() throws IOException {

		this.line++;

		if (!more()) {
			this.line--;
			return null;
		}

		var text = new StringBuilder();
		var tooLong = false;

		do {
			var end = endOfLine();

			if (text.length() + end - this.decoded.position() > LONGEST_LINE) {
				tooLong = true;
				text.setLength(0);
			}

			if (!tooLong) {
				text.append(this.decoded.array(), this.decoded.position(), end - this.decoded.position());
			}

			this.decoded.position(end);
		}
		while (!this.decoded.hasRemaining() && more());

		leaveLine();
		return new Line(this.line, text.toString(), tooLong);
	}

	/** Where the line ends, or as much of it as there is. */
	private int endOfLine() {

		var characters = this.decoded.array();
		var end = this.decoded.position();

		while (end < this.decoded.limit() && characters[end] != '\n' && characters[end] != '\r') {
			end++;
		}

		return end;
	}

	private void leaveLine() {
		if (this.decoded.hasRemaining()) {
			this.afterReturn = (this.decoded.get() == '\r');
		}
	}

	/** Whether there is a character, the second half of a line's end not counted. */
	private boolean more() throws IOException {

		if (!this.decoded.hasRemaining() && !decode()) {
			return false;
		}

		if (this.afterReturn) {
			this.afterReturn = false;
			if (this.decoded.get(this.decoded.position()) == '\n') {
				this.decoded.get();
				return more();
			}
		}

		return true;
	}

	private boolean decode() throws IOException {

		this.decoded.clear();

		while (this.decoded.position() == 0 && !this.flushed) {

			if (this.malformed) {
				throw new FeedUnreadable(this.line,
						"the file is not in " + this.encoding + " as it should be; save it in UTF-8");
			}

			note(this.decoder.decode(this.encoded, this.decoded, this.exhausted));
		}

		this.decoded.flip();
		return this.decoded.hasRemaining();
	}

	private void note(CoderResult result) throws IOException {

		if (result.isError()) {
			this.malformed = true;
		}
		else if (result.isUnderflow() && this.exhausted) {
			this.decoder.flush(this.decoded);
			this.flushed = true;
		}
		else if (result.isUnderflow()) {
			fill();
		}
	}

	private void fill() throws IOException {

		this.encoded.compact();

		var count = this.bytes.readNBytes(this.encoded.array(), this.encoded.position(), this.encoded.remaining());

		this.exhausted = count < this.encoded.remaining();
		this.encoded.position(this.encoded.position() + count);
		this.encoded.flip();
	}

	private Charset marked(Charset promised) {

		if (skips(0xEF, 0xBB, 0xBF)) {
			return StandardCharsets.UTF_8;
		}

		if (skips(0xFF, 0xFE)) {
			return StandardCharsets.UTF_16LE;
		}

		return skips(0xFE, 0xFF) ? StandardCharsets.UTF_16BE : promised;
	}

	private boolean skips(int... mark) {

		if (this.encoded.remaining() < mark.length) {
			return false;
		}

		for (int i = 0; i < mark.length; i++) {
			if ((this.encoded.get(i) & 0xFF) != mark[i]) {
				return false;
			}
		}

		this.encoded.position(mark.length);
		return true;
	}

	@Override
	public void close() throws IOException {
		this.bytes.close();
	}

	/**
	 * A line and its number.
	 */
	record Line(long number, String text, boolean tooLong) {
	}

}
