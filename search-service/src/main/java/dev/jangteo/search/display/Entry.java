package dev.jangteo.search.display;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A version of a shop or a product for the display store.
 *
 * @param id whose it is
 * @param version its version
 * @param content the bytes to show; {@code null} when it was deleted
 */
public record Entry(UUID id, long version, @Nullable Content content) {

	/**
	 * The bytes to show.
	 *
	 * @param card what a list needs
	 * @param detail what only a page needs
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Content(byte[] card, byte[] detail) {

	}

}
