package dev.jangteo.shop.imports;

/**
 * The life of an import: uploading, queued, running, and one of three ends, of which only
 * a stop can be taken back.
 */
public enum ImportStatus {

	UPLOADING, QUEUED, RUNNING, SUCCEEDED, FAILED, STOPPED;

	boolean isEnd() {
		return switch (this) {
			case UPLOADING, QUEUED, RUNNING -> false;
			case SUCCEEDED, FAILED, STOPPED -> true;
		};
	}

}
