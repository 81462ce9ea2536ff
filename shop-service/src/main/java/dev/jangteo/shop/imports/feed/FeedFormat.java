package dev.jangteo.shop.imports.feed;

/**
 * The forms in which Google Merchant Center takes a product feed.
 */
public enum FeedFormat {

	/** Comma separated values as in RFC 4180. */
	CSV,

	/** Tab separated values. */
	TSV,

	/** RSS 2.0 with or without the prefix {@code g:}. */
	RSS

}
