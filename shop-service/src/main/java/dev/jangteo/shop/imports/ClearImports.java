package dev.jangteo.shop.imports;

import dev.jangteo.defaults.storage.StorageAway;
import dev.jangteo.shop.imports.storage.ImportFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts away what ended imports leave behind. Any instance may do it at any time.
 */
@Component
class ClearImports {

	private static final Logger log = LoggerFactory.getLogger(ClearImports.class);

	private final EndedImports imports;

	private final SeenProducts seen;

	private final ImportFiles files;

	private final ImportSettings settings;

	ClearImports(EndedImports imports, SeenProducts seen, ImportFiles files, ImportSettings settings) {
		this.imports = imports;
		this.seen = seen;
		this.files = files;
		this.settings = settings;
	}

	@Scheduled(fixedDelayString = "${jangteo.imports.clear-interval:10s}")
	void clear() {

		this.imports.failInterruptedUploads();

		try {
			for (var id : this.imports.withUselessFile(this.settings.keepStopped())) {
				this.files.delete(id.value());
				this.seen.forget(id);
				this.imports.forgetFile(id);
			}
		}
		catch (StorageAway ex) {
			log.info("Files of ended imports stay for now: {}", ex.toString());
		}

		this.imports.forgetEndedBefore(this.settings.keepHistory());
	}

}
