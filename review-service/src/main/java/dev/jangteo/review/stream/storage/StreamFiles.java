package dev.jangteo.review.stream.storage;

import java.nio.file.Path;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/**
 * The files of the stream, for others to read.
 */
@Component
public class StreamFiles {

	private final ObjectProvider<S3Client> storage;

	private final String bucket;

	StreamFiles(ObjectProvider<S3Client> storage, StorageSettings settings) {
		this.storage = storage;
		this.bucket = settings.bucket();
	}

	/**
	 * Stores a file, in place of one of the same name.
	 * @throws StorageAway when the storage is at fault
	 */
	public void put(String name, Path file, String contentType) throws StorageAway {
		try {
			var client = storage.getObject();
			try {
				put(client, name, file, contentType);
			}
			catch (NoSuchBucketException ex) {
				client.createBucket((request) -> request.bucket(bucket));
				put(client, name, file, contentType);
			}
		}
		catch (SdkException ex) {
			throw new StorageAway(ex);
		}
	}

	private void put(S3Client client, String name, Path file, String contentType) {
		client.putObject((request) -> request.bucket(bucket).key(name).contentType(contentType),
				RequestBody.fromFile(file));
	}

}
