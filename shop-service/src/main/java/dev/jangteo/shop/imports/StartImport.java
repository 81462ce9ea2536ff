package dev.jangteo.shop.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import dev.jangteo.defaults.Problem;
import dev.jangteo.defaults.storage.StorageAway;
import dev.jangteo.events.UuidV7;
import dev.jangteo.shop.imports.feed.FeedFormat;
import dev.jangteo.shop.imports.storage.FileTooLarge;
import dev.jangteo.shop.imports.storage.ImportFiles;
import dev.jangteo.shop.shops.OwnShops;
import dev.jangteo.shop.shops.ShopId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * An owner sends the file of an import. It goes to the object storage as it comes, with a
 * few megabytes in memory and no transaction open; only when all of it is there can the
 * import run.
 */
@Service
public class StartImport {

	private static final Logger log = LoggerFactory.getLogger(StartImport.class);

	private final OwnShops shops;

	private final CatalogImports imports;

	private final ImportFiles files;

	private final Leases leases;

	private final ImportRunner runner;

	private final ImportSettings settings;

	private final Semaphore uploads;

	StartImport(OwnShops shops, CatalogImports imports, ImportFiles files, Leases leases, ImportRunner runner,
			ImportSettings settings) {
		this.shops = shops;
		this.imports = imports;
		this.files = files;
		this.leases = leases;
		this.runner = runner;
		this.settings = settings;
		this.uploads = new Semaphore(settings.uploads());
	}

	/**
	 * Receives a file and queues its import.
	 * @throws IOException what reading from the sender threw
	 */
	public CatalogImport start(UUID owner, ShopId shop, ImportMode mode, FeedFormat format, Charset charset,
			InputStream bytes) throws IOException {

		this.shops.currency(owner, shop);

		if (!this.uploads.tryAcquire()) {
			throw Problem.unavailable("uploads-busy", "Too many files are being received. Try again soon.",
					Duration.ofSeconds(10));
		}

		try {
			var lease = begin(owner, shop, mode, format, charset);
			return receive(owner, shop, lease, bytes);
		}
		finally {
			this.uploads.release();
		}
	}

	private Lease begin(UUID owner, ShopId shop, ImportMode mode, FeedFormat format, Charset charset) {

		var lease = new Lease(new ImportId(UuidV7.next()), UUID.randomUUID());

		try {
			this.imports.begin(lease, shop, owner, mode, format, charset.name(), this.settings.lease());
			return lease;
		}
		catch (DuplicateKeyException ex) {
			throw OwnImports.running();
		}
	}

	private CatalogImport receive(UUID owner, ShopId shop, Lease lease, InputStream bytes) throws IOException {

		this.leases.hold(lease);

		try {
			var size = store(lease.id(), bytes);

			if (!this.imports.queue(lease, size)) {
				throw Problem.conflict("import-stopped", "The import was stopped while its file was received.");
			}
		}
		finally {
			this.leases.letGo(lease);
			// Of no effect once it is queued.
			this.imports.discard(lease.id());
		}

		this.runner.look();
		return this.imports.one(owner, shop, lease.id()).orElseThrow(() -> Problem.notFound("catalogue import"));
	}

	private long store(ImportId id, InputStream bytes) throws IOException {

		var limit = this.settings.maxSize().toBytes();

		try {
			var size = this.files.store(id.value(), bytes, limit);

			if (size == 0) {
				throw Problem.invalid("body", "must not be empty");
			}

			return size;
		}
		catch (StorageAway ex) {
			log.warn("A file cannot be stored", ex);
			throw Problem.unavailable("storage-away", "Files cannot be received at the moment.",
					Duration.ofSeconds(10));
		}
		catch (FileTooLarge ex) {
			throw Problem.tooLarge("The file may have at most %d bytes.".formatted(limit));
		}
	}

}
