package dev.jangteo.shop.imports.web;

import java.time.Instant;
import java.util.UUID;

import dev.jangteo.shop.imports.CatalogImport;
import dev.jangteo.shop.imports.ImportMode;
import dev.jangteo.shop.imports.ImportStatus;
import dev.jangteo.shop.imports.feed.FeedFormat;
import org.jspecify.annotations.Nullable;

/**
 * An import as its owner sees it.
 *
 * @param progress of reading the file, from 0 to 1
 * @param failure why it failed, or what it is waiting for
 */
record ImportRepresentation(UUID id, UUID shopId, ImportMode mode, FeedFormat format, ImportStatus status, long bytes,
		double progress, long rows, long created, long updated, long unchanged, long rejected, long removed,
		@Nullable String failure, Instant createdAt, @Nullable Instant startedAt, @Nullable Instant endedAt) {

	static ImportRepresentation of(CatalogImport job) {
		return new ImportRepresentation(job.id().value(), job.shop().value(), job.mode(), job.format(), job.status(),
				job.bytes(), job.progress(), job.rows(), job.created(), job.updated(), job.unchanged(), job.rejected(),
				job.removed(), job.failure(), job.createdAt(), job.startedAt(), job.endedAt());
	}

}
