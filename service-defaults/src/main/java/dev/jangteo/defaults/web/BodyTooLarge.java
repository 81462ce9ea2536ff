package dev.jangteo.defaults.web;

import java.io.IOException;

/**
 * A body without a declared length turned out longer than its route accepts.
 */
class BodyTooLarge extends IOException {

	BodyTooLarge(long limit) {
		super("The body is larger than %d bytes".formatted(limit));
	}

}
