package dev.jangteo.shop.imports;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for imports nobody works on, a few at a time, and lets go of them when the
 * service stops.
 */
@Component
class ImportRunner implements SmartLifecycle {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);

	private final ExecutorService workers = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("import-", 0).factory());

	private final CatalogImports imports;

	private final RunImport running;

	private final Leases leases;

	private final ImportSettings settings;

	private final Semaphore free;

	private volatile boolean open;

	ImportRunner(CatalogImports imports, RunImport running, Leases leases, ImportSettings settings) {
		this.imports = imports;
		this.running = running;
		this.leases = leases;
		this.settings = settings;
		this.free = new Semaphore(settings.running());
	}

	/** Begins what can be begun. */
	@Scheduled(fixedDelayString = "${jangteo.imports.look-interval:1s}")
	void look() {

		while (this.open && this.free.tryAcquire()) {
			if (!begin()) {
				this.free.release();
				return;
			}
		}
	}

	private boolean begin() {
		try {
			var holder = UUID.randomUUID();
			var job = this.imports.claim(holder, this.settings.lease());

			job.ifPresent(claimed -> {
				var lease = new Lease(claimed.id(), holder);
				this.leases.hold(lease);
				this.workers.execute(() -> work(lease, claimed));
			});

			return job.isPresent();
		}
		catch (DataAccessException ex) {
			log.warn("Cannot look for imports", ex);
			return false;
		}
	}

	private void work(Lease lease, CatalogImport job) {
		try {
			this.running.run(lease, job);
		}
		finally {
			this.leases.letGo(lease);
			this.free.release();
		}
	}

	@Override
	public void start() {
		this.open = true;
	}

	@Override
	public void stop() {

		this.open = false;
		this.leases.handOver();
		this.workers.shutdown();

		try {
			if (!this.workers.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				log.warn("Imports still run; others take over when their leases end");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.open;
	}

}
