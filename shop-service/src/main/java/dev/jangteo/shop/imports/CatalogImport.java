package dev.jangteo.shop.imports;

import java.time.Instant;
import java.util.UUID;

import dev.jangteo.shop.imports.feed.FeedFormat;
import dev.jangteo.shop.products.Catalogue;
import dev.jangteo.shop.shops.ShopId;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands.
 *
 * @param rows how many rows were dealt with; an interrupted import goes on after them
 * @param removedUpto how far a full import has come with removing what it did not meet
 * @param failure why it failed, or what it is waiting for
 */
public record CatalogImport(ImportId id, ShopId shop, UUID owner, ImportMode mode, FeedFormat format, String charset,
		ImportStatus status, long bytes, long bytesRead, long rows, long created, long updated, long unchanged,
		long rejected, long removed, @Nullable UUID removedUpto, @Nullable String failure, Instant createdAt,
		@Nullable Instant startedAt, @Nullable Instant endedAt) {

	/** From zero to one; one is left to those that succeeded. */
	public double progress() {

		if (this.status == ImportStatus.SUCCEEDED) {
			return 1;
		}

		return (this.bytes == 0) ? 0 : Math.min(0.99, Math.floor(100.0 * this.bytesRead / this.bytes) / 100);
	}

	CatalogImport after(Batch batch, Catalogue.Outcome outcome, long bytesRead) {
		return new CatalogImport(this.id, this.shop, this.owner, this.mode, this.format, this.charset, this.status,
				this.bytes, bytesRead, this.rows + batch.rows(), this.created + outcome.created(),
				this.updated + outcome.updated(), this.unchanged + outcome.unchanged(),
				this.rejected + batch.rejections().size(), this.removed, this.removedUpto, null, this.createdAt,
				this.startedAt, this.endedAt);
	}

	/**
	 * Whether there was any good row: a full import without one would empty the shop by
	 * mistake.
	 */
	boolean isUsable() {
		return this.created + this.updated + this.unchanged > 0;
	}

}
