package dev.jangteo.shop.imports.feed;

import java.io.IOException;

/**
 * From here on nothing can be made of the file. The message is for its author.
 */
public final class FeedUnreadable extends IOException {

	public FeedUnreadable(long line, String reason) {
		super("Line " + line + ": " + reason);
	}

	public FeedUnreadable(String reason) {
		super(reason);
	}

}
