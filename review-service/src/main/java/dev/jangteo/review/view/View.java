package dev.jangteo.review.view;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * All that is kept of a subject, as bytes to be sent.
 *
 * @param change what it tells; nothing newer
 * @param empty whether there is no review at all
 */
record View(Subject subject, long change, boolean empty, byte[] summary, Map<FrontPage, byte[]> pages) {

	View {
		pages = new EnumMap<>(pages);
	}

	byte[] page(FrontPage page) {
		return Objects.requireNonNull(pages.get(page));
	}

}
