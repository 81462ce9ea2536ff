package dev.jangteo.shop.imports;

import java.time.Instant;
import java.util.UUID;

import dev.jangteo.shop.products.Catalogue;
import dev.jangteo.shop.shops.OwnShops;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of an import, each a short transaction that holds the products, their
 * notifications and the place to go on from; and each void when the import is no longer
 * this instance's.
 */
@Component
class ImportSteps {

	private static final int SLICE = 300;

	private final OwnShops shops;

	private final Catalogue catalogue;

	private final CatalogImports imports;

	private final SeenProducts seen;

	private final Rejections rejections;

	ImportSteps(OwnShops shops, Catalogue catalogue, CatalogImports imports, SeenProducts seen, Rejections rejections) {
		this.shops = shops;
		this.catalogue = catalogue;
		this.imports = imports;
		this.seen = seen;
		this.rejections = rejections;
	}

	/**
	 * Brings the rows of a batch into the catalogue.
	 * @return the import after it
	 */
	@Transactional
	public CatalogImport bring(Lease lease, CatalogImport before, Batch batch, long bytesRead) {

		this.shops.keep(before.owner(), before.shop());

		var outcome = this.catalogue.bring(before.shop(), before.owner(), batch.products());

		if (before.mode() == ImportMode.FULL) {
			this.seen.add(before.id(), this.catalogue.known(before.shop(), batch.mentioned()));
		}

		this.rejections.add(before.id(), before.rejected(), batch.rejections());
		this.imports.advance(lease, batch, outcome, bytesRead);

		return before.after(batch, outcome, bytesRead);
	}

	/**
	 * Removes what a full import did not meet among the next products.
	 * @param listedBefore later ones are too new to be in the file
	 * @return how far it has come, null when that was the last of them
	 */
	@Transactional
	public @Nullable UUID removeMissing(Lease lease, CatalogImport job, @Nullable UUID after, Instant listedBefore) {

		var slice = this.catalogue.slice(job.shop(), after, listedBefore, SLICE);

		if (slice.isEmpty()) {
			return null;
		}

		var missing = this.seen.missing(job.id(), slice);
		var removed = missing.isEmpty() ? 0 : this.catalogue.remove(missing);

		this.imports.advance(lease, removed, slice.getLast());
		return slice.getLast();
	}

}
