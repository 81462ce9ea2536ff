package dev.jangteo.shop.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Objects;

import dev.jangteo.defaults.Problem;
import dev.jangteo.defaults.storage.StorageAway;
import dev.jangteo.shop.imports.feed.FeedReader;
import dev.jangteo.shop.imports.feed.FeedUnreadable;
import dev.jangteo.shop.imports.storage.FileGone;
import dev.jangteo.shop.imports.storage.ImportFiles;
import dev.jangteo.shop.shops.OwnShops;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works on one import until it ends, is lost, or has to wait. An interrupted one reads
 * its file again from the beginning and passes over the rows that were dealt with, which
 * costs seconds and needs no memory of bytes.
 */
@Component
class RunImport {

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	private static final Logger log = LoggerFactory.getLogger(RunImport.class);

	private final OwnShops shops;

	private final ImportFiles files;

	private final ImportSteps steps;

	private final CatalogImports imports;

	private final Leases leases;

	private final ImportSettings settings;

	RunImport(OwnShops shops, ImportFiles files, ImportSteps steps, CatalogImports imports, Leases leases,
			ImportSettings settings) {
		this.shops = shops;
		this.files = files;
		this.steps = steps;
		this.imports = imports;
		this.leases = leases;
		this.settings = settings;
	}

	void run(Lease lease, CatalogImport job) {
		try {
			work(lease, job);
		}
		catch (LeaseLost ex) {
			log.info("Import {} goes on without this instance", job.id().value());
		}
		catch (StorageAway ex) {
			log.warn("Import {} waits for the object storage", job.id().value(), ex);
			postpone(lease, this.settings.pause(), "Waiting for the object storage.");
		}
		catch (FeedUnreadable ex) {
			fail(lease, Objects.requireNonNullElse(ex.getMessage(), "The file cannot be read."));
		}
		catch (FileGone ex) {
			fail(lease, "The uploaded file is gone. Upload it again.");
		}
		catch (Problem ex) {
			fail(lease, "The shop was closed down.");
		}
		catch (IOException | RuntimeException ex) {
			stumble(lease, ex);
		}
	}

	private void work(Lease lease, CatalogImport job) throws IOException {

		var done = read(lease, job);

		if (done.mode() == ImportMode.FULL) {
			removeMissing(lease, done);
		}

		this.imports.end(lease, ImportStatus.SUCCEEDED, null);
	}

	private CatalogImport read(Lease lease, CatalogImport job) throws IOException {

		var meaning = new FeedMeaning(this.shops.currency(job.owner(), job.shop()));
		var bytes = new CountedStream(this.files.open(job.id().value(), job.bytes()));
		var state = job;

		try (var feed = FeedReader.open(job.format(), Charset.forName(job.charset()), bytes)) {

			passOver(lease, feed, job);

			for (var batch = next(lease, feed, meaning); !batch.isEmpty(); batch = next(lease, feed, meaning)) {
				state = this.steps.bring(lease, state, batch, bytes.count());
			}
		}

		return state;
	}

	private void passOver(Lease lease, FeedReader feed, CatalogImport job) throws IOException {

		for (var row = 0L; row < job.rows(); row++) {

			this.leases.require(lease);

			if (feed.next() == null) {
				return;
			}
		}
	}

	private Batch next(Lease lease, FeedReader feed, FeedMeaning meaning) throws IOException {
		this.leases.require(lease);
		return Batch.read(feed, meaning);
	}

	private void removeMissing(Lease lease, CatalogImport job) throws FeedUnreadable {

		if (!job.isUsable()) {
			throw new FeedUnreadable("The file has no usable row, so nothing was removed.");
		}

		var listedBefore = Objects.requireNonNull(job.startedAt());
		var upto = this.steps.removeMissing(lease, job, job.removedUpto(), listedBefore);

		while (upto != null) {
			this.leases.require(lease);
			upto = this.steps.removeMissing(lease, job, upto, listedBefore);
		}
	}

	private void stumble(Lease lease, Exception ex) {

		log.error("Import {} stumbled", lease.id().value(), ex);

		var attempts = this.imports.stumble(lease);

		if (attempts >= this.settings.attempts()) {
			fail(lease, "Something went wrong on our side. Upload the file again.");
		}
		else {
			var doubled = this.settings.pause().multipliedBy(1L << Math.min(attempts, 10));
			postpone(lease, (doubled.compareTo(LONGEST_PAUSE) < 0) ? doubled : LONGEST_PAUSE, "Will be tried again.");
		}
	}

	private void fail(Lease lease, String reason) {
		try {
			this.imports.end(lease, ImportStatus.FAILED, reason);
		}
		catch (LeaseLost ex) {
			log.info("Import {} was taken away while it failed", lease.id().value());
		}
	}

	private void postpone(Lease lease, Duration pause, String reason) {
		this.imports.postpone(lease, pause, reason);
	}

}
