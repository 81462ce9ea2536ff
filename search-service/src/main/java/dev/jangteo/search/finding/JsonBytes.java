package dev.jangteo.search.finding;

import java.util.Arrays;

/** JSON put together from bytes that are JSON already. */
final class JsonBytes {

	/** Nothing. */
	static final byte[] NONE = {};

	private byte[] bytes;

	private int length;

	JsonBytes(int capacity) {
		this.bytes = new byte[capacity];
	}

	JsonBytes add(byte[] json, int from) {
		var size = json.length - from;
		ensure(size);
		System.arraycopy(json, from, this.bytes, this.length, size);
		this.length += size;
		return this;
	}

	JsonBytes add(byte[] json) {
		return add(json, 0);
	}

	/** Adds characters that are ASCII and need no escaping. */
	@SuppressWarnings("deprecation")
	JsonBytes add(String ascii) {
		ensure(ascii.length());
		ascii.getBytes(0, ascii.length(), this.bytes, this.length);
		this.length += ascii.length();
		return this;
	}

	JsonBytes add(char ascii) {
		ensure(1);
		this.bytes[this.length++] = (byte) ascii;
		return this;
	}

	byte[] toBytes() {
		return Arrays.copyOf(this.bytes, this.length);
	}

	private void ensure(int more) {
		if (this.length + more > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.bytes.length * 2, this.length + more));
		}
	}

}
