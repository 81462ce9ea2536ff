package dev.jangteo.shop.imports.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.storage.ObjectStorage;
import dev.jangteo.defaults.storage.StorageAway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The files of imports, each under its import's id. Of any file only one piece is in
 * memory at a time.
 */
@Component
public class ImportFiles {

	/** The smallest part S3 takes, and 410 of them make 2 GiB. */
	private static final int PART = 5 * 1024 * 1024;

	private static final int PIECE = 2 * 1024 * 1024;

	private static final Logger log = LoggerFactory.getLogger(ImportFiles.class);

	/** Longest time the storage may take to put the parts of a file together. */
	private static final Duration COMPLETION = Duration.ofMinutes(5);

	private final ObjectStorage storage;

	private final String bucket;

	ImportFiles(ObjectStorage storage) {
		this.storage = storage;
		this.bucket = storage.bucket();
	}

	/**
	 * Stores a stream, all of it or nothing.
	 * @return the number of bytes
	 * @throws StorageAway when the storage is at fault
	 * @throws FileTooLarge when there are more bytes than the limit
	 * @throws IOException what the stream itself threw
	 */
	public long store(UUID id, InputStream bytes, long limit) throws IOException {

		var upload = begin(id);

		try {
			return send(id, upload, bytes, limit);
		}
		catch (IOException | RuntimeException ex) {
			abort(id, upload);
			throw ex;
		}
	}

	private long send(UUID id, String upload, InputStream bytes, long limit) throws IOException {

		var part = new byte[PART];
		var parts = new ArrayList<CompletedPart>();
		var size = 0L;
		int count;

		do {
			count = bytes.readNBytes(part, 0, PART);
			size += count;

			if (size > limit) {
				throw new FileTooLarge(limit);
			}

			// An upload has at least one part, however small.
			if (count > 0 || parts.isEmpty()) {
				parts.add(send(id, upload, parts.size() + 1, part, count));
			}
		}
		while (count == PART);

		complete(id, upload, parts);
		return size;
	}

	private CompletedPart send(UUID id, String upload, int number, byte[] part, int count) throws StorageAway {
		return this.storage.ask(s3 -> {
			var tag = s3
				.uploadPart(request -> request.bucket(this.bucket).key(key(id)).uploadId(upload).partNumber(number),
						RequestBody.fromContentProvider(() -> new ByteArrayInputStream(part, 0, count), count,
								"application/octet-stream"))
				.eTag();
			return CompletedPart.builder().partNumber(number).eTag(tag).build();
		});
	}

	private String begin(UUID id) throws StorageAway {
		return this.storage
			.ask(s3 -> s3.createMultipartUpload(request -> request.bucket(this.bucket).key(key(id))).uploadId());
	}

	private void complete(UUID id, String upload, List<CompletedPart> parts) throws StorageAway {
		this.storage.ask(s3 -> s3.completeMultipartUpload(request -> request.bucket(this.bucket)
			.key(key(id))
			.uploadId(upload)
			.overrideConfiguration(slow -> slow.apiCallTimeout(COMPLETION))
			.multipartUpload(done -> done.parts(parts))));
	}

	private void abort(UUID id, String upload) {
		try {
			this.storage.ask(s3 -> s3
				.abortMultipartUpload(request -> request.bucket(this.bucket).key(key(id)).uploadId(upload)));
		}
		catch (StorageAway ex) {
			log.warn("The parts of the abandoned upload {} stay until the storage itself clears them: {}", id,
					ex.toString());
		}
	}

	/** Reads a file of known size from its beginning. */
	public InputStream open(UUID id, long size) {
		return new PieceStream(size, PIECE, (from, to) -> piece(id, from, to));
	}

	private byte[] piece(UUID id, long from, long to) throws IOException {
		try {
			return this.storage.ask(s3 -> s3.getObject(
					request -> request.bucket(this.bucket).key(key(id)).range("bytes=" + from + "-" + (to - 1)),
					ResponseTransformer.toBytes()))
				.asByteArrayUnsafe();
		}
		catch (StorageAway ex) {
			if (ex.getCause() instanceof NoSuchKeyException) {
				throw new FileGone(ex.getCause());
			}
			throw ex;
		}
	}

	/**
	 * Removes a file and what an interrupted upload left of it. Repetition does no harm.
	 */
	public void delete(UUID id) throws StorageAway {
		this.storage.ask(s3 -> {
			s3.listMultipartUploads(request -> request.bucket(this.bucket).prefix(key(id)))
				.uploads()
				.forEach(upload -> abort(id, upload.uploadId()));
			return s3.deleteObject(request -> request.bucket(this.bucket).key(key(id)));
		});
	}

	private static String key(UUID id) {
		return "catalog-imports/" + id;
	}

}
