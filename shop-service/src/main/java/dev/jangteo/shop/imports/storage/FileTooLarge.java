package dev.jangteo.shop.imports.storage;

import java.io.IOException;

/**
 * There were more bytes than may be stored.
 */
public final class FileTooLarge extends IOException {

	FileTooLarge(long limit) {
		super("More than " + limit + " bytes");
	}

}
