package dev.jangteo.defaults.storage;

import java.io.IOException;

/**
 * The object storage does not answer, or not as it should. Trying again later may help.
 */
public final class StorageAway extends IOException {

	StorageAway(Throwable cause) {
		super("The object storage does not answer", cause);
	}

}
