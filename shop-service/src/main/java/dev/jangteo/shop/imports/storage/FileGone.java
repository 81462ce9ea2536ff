package dev.jangteo.shop.imports.storage;

import java.io.IOException;

/**
 * The object storage answers, but has no such file any more.
 */
public final class FileGone extends IOException {

	FileGone(Throwable cause) {
		super("The uploaded file is gone", cause);
	}

}
