package dev.jangteo.servers;

/**
 * How to reach an object storage with the S3 protocol.
 *
 * @param endpoint path style, begins with {@code http://}
 * @param accessKey who signs
 * @param secretKey with what
 */
public record ObjectStorage(String endpoint, String accessKey, String secretKey) {

	@Override
	public String toString() {
		return this.endpoint + " as " + this.accessKey;
	}

}
