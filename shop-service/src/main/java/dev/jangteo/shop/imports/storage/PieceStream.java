package dev.jangteo.shop.imports.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Bytes that are fetched piece by piece when they are needed. A slow reader holds no
 * connection meanwhile.
 */
final class PieceStream extends InputStream {

	private final long size;

	private final int pieceSize;

	private final Pieces pieces;

	private byte[] piece = new byte[0];

	private int position;

	private long fetched;

	PieceStream(long size, int pieceSize, Pieces pieces) {
		this.size = size;
		this.pieceSize = pieceSize;
		this.pieces = pieces;
	}

	@Override
	public int read() throws IOException {
		return fetch() ? this.piece[this.position++] & 0xFF : -1;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {

		Objects.checkFromIndexSize(offset, length, buffer.length);

		if (length == 0) {
			return 0;
		}

		if (!fetch()) {
			return -1;
		}

		var count = Math.min(length, this.piece.length - this.position);

		System.arraycopy(this.piece, this.position, buffer, offset, count);
		this.position += count;
		return count;
	}

	private boolean fetch() throws IOException {

		if (this.position < this.piece.length) {
			return true;
		}

		if (this.fetched >= this.size) {
			return false;
		}

		this.piece = this.pieces.fetch(this.fetched, Math.min(this.size, this.fetched + this.pieceSize));
		this.position = 0;
		this.fetched += this.piece.length;

		if (this.piece.length == 0) {
			throw new IOException("The storage gave an empty piece");
		}

		return true;
	}

	/**
	 * Fetches the bytes from one position up to another.
	 */
	interface Pieces {

		byte[] fetch(long from, long to) throws IOException;

	}

}
