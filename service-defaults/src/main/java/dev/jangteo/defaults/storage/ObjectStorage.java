package dev.jangteo.defaults.storage;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The service's files, in its bucket. The bucket is made when it is missing.
 */
public final class ObjectStorage {

	private final Supplier<S3Client> client;

	private final String bucket;

	ObjectStorage(Supplier<S3Client> client, String bucket) {
		this.client = client;
		this.bucket = bucket;
	}

	/** Name of the bucket, for questions. */
	public String bucket() {
		return this.bucket;
	}

	/**
	 * Stores a file, in place of one of the same key.
	 * @throws StorageAway when the storage is at fault
	 */
	public void put(String key, Path file, String contentType) throws StorageAway {
		put(key, RequestBody.fromFile(file), contentType);
	}

	/**
	 * Stores bytes, in place of a file of the same key.
	 * @throws StorageAway when the storage is at fault
	 */
	public void put(String key, byte[] bytes, String contentType) throws StorageAway {
		put(key, RequestBody.fromBytes(bytes), contentType);
	}

	private void put(String key, RequestBody body, String contentType) throws StorageAway {
		ask((s3) -> s3.putObject((request) -> request.bucket(this.bucket).key(key).contentType(contentType), body));
	}

	/**
	 * Reads a file into memory; empty when there is none of the key.
	 * @throws StorageAway when the storage is at fault
	 */
	public Optional<byte[]> get(String key) throws StorageAway {
		return ask((s3) -> {
			try {
				var object = s3.getObjectAsBytes((request) -> request.bucket(this.bucket).key(key));
				return Optional.of(object.asByteArrayUnsafe());
			}
			catch (NoSuchKeyException ex) {
				return Optional.empty();
			}
		});
	}

	/**
	 * Removes a file. Repetition does no harm.
	 * @throws StorageAway when the storage is at fault
	 */
	public void delete(String key) throws StorageAway {
		ask((s3) -> s3.deleteObject((request) -> request.bucket(this.bucket).key(key)));
	}

	/**
	 * Asks the storage, a second time when the bucket had to be made.
	 * @throws StorageAway when the storage is at fault, with what it said as cause
	 */
	public <T> T ask(Question<T> question) throws StorageAway {
		try {
			var s3 = this.client.get();
			try {
				return question.ask(s3);
			}
			catch (NoSuchBucketException ex) {
				s3.createBucket((request) -> request.bucket(this.bucket));
				return question.ask(s3);
			}
		}
		catch (SdkException ex) {
			throw new StorageAway(ex);
		}
	}

	/**
	 * What is wanted of the storage.
	 *
	 * @param <T> its answer
	 */
	@FunctionalInterface
	public interface Question<T> {

		T ask(S3Client client);

	}

}
