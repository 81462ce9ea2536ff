package dev.jangteo.shop.imports.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

import org.jspecify.annotations.Nullable;

/**
 * A feed from its beginning to its end.
 */
public interface FeedReader extends AutoCloseable {

	/**
	 * The next entry, null at the end.
	 * @throws FeedUnreadable when no further entry can be read
	 * @throws IOException when the bytes cannot be had
	 */
	@Nullable FeedEntry next() throws IOException;

	@Override
	void close() throws IOException;

	/**
	 * Begins to read.
	 * @param charset of a text without a byte order mark; XML says its own
	 */
	static FeedReader open(FeedFormat format, Charset charset, InputStream bytes) throws IOException {
		return switch (format) {
			case CSV -> new DelimitedFeed(new StrictText(bytes, charset), ',');
			case TSV -> new DelimitedFeed(new StrictText(bytes, charset), '\t');
			case RSS -> new RssFeed(bytes);
		};
	}

}
