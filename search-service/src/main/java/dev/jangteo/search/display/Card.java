package dev.jangteo.search.display;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * What the display store holds of a shop or a product, as it lies there: a head in plain
 * digits, so that a script in Redis can compare versions, and the body that a list needs.
 * The head has the thing's own version and whether it lives, and the same of its stock,
 * which comes from elsewhere and may come first.
 */
public final class Card {

	static final char LIVE = 'L';

	static final char DELETED = 'D';

	static final char NONE = '-';

	static final char OUT = 'O';

	static final int HEAD = 34;

	private final byte[] bytes;

	private Card(byte[] bytes) {
		this.bytes = bytes;
	}

	/** Reads what the store answered; {@code null} for what it does not know. */
	static @Nullable Card of(byte @Nullable [] bytes) {
		return (bytes != null && bytes.length >= HEAD) ? new Card(bytes) : null;
	}

	/**
	 * A live card put together from elsewhere, when the display store is away.
	 * @param body as it was stored
	 * @param inStock what is known of its stock
	 */
	public static Card of(byte[] body, boolean inStock) {
		var bytes = new byte[HEAD + body.length];
		Arrays.fill(bytes, 0, HEAD, (byte) '0');
		bytes[16] = LIVE;
		bytes[33] = (byte) (inStock ? NONE : OUT);
		System.arraycopy(body, 0, bytes, HEAD, body.length);
		return new Card(bytes);
	}

	static byte[] version(long version) {
		return "%016d".formatted(version).getBytes(StandardCharsets.US_ASCII);
	}

	public boolean isLive() {
		return this.bytes[16] == LIVE;
	}

	/** Whether the thing is known, be it as deleted. */
	public boolean isKnown() {
		return this.bytes[16] != NONE;
	}

	/** Whether stock is left, as far as anybody limited it. */
	public boolean inStock() {
		return this.bytes[33] != OUT;
	}

	/** The bytes; the body begins at {@link #bodyAt()}. */
	public byte[] bytes() {
		return this.bytes;
	}

	public int bodyAt() {
		return HEAD;
	}

}
