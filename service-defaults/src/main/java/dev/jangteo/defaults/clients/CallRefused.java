package dev.jangteo.defaults.clients;

import java.io.IOException;

/**
 * A call that was not even tried, because the neighbour has been failing or has too many
 * of our calls already.
 */
class CallRefused extends IOException {

	CallRefused(String message) {
		super(message);
	}

}
