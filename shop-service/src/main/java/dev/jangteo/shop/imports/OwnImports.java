package dev.jangteo.shop.imports;

import java.util.UUID;

import dev.jangteo.defaults.CursorPage;
import dev.jangteo.defaults.Cursors;
import dev.jangteo.defaults.Problem;
import dev.jangteo.shop.shops.OwnShops;
import dev.jangteo.shop.shops.ShopId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * What an owner sees of the own imports, and how one is stopped and resumed.
 */
@Service
public class OwnImports {

	private static final String LIST = "catalog-imports";

	private final OwnShops shops;

	private final CatalogImports imports;

	private final Rejections rejections;

	private final ImportRunner runner;

	OwnImports(OwnShops shops, CatalogImports imports, Rejections rejections, ImportRunner runner) {
		this.shops = shops;
		this.imports = imports;
		this.rejections = rejections;
		this.runner = runner;
	}

	public CatalogImport one(UUID owner, ShopId shop, ImportId id) {
		return this.imports.one(owner, shop, id).orElseThrow(() -> Problem.notFound("catalogue import"));
	}

	public CursorPage<CatalogImport> list(UUID owner, ShopId shop, @Nullable String cursor, @Nullable Integer limit) {

		var list = LIST + ":" + shop.value();
		var before = Cursors.decode(list, cursor, keys -> UUID.fromString(keys.getFirst()));
		var size = Cursors.limit(limit);

		this.shops.currency(owner, shop);

		return CursorPage.of(this.imports.ofShop(shop, before, size + 1), size,
				job -> Cursors.encode(list, job.id().value()));
	}

	public CursorPage<Rejection> rejections(UUID owner, ShopId shop, ImportId id, @Nullable String cursor,
			@Nullable Integer limit) {

		var list = LIST + "-errors:" + id.value();
		var after = Cursors.decode(list, cursor, keys -> Integer.valueOf(keys.getFirst()));
		var size = Cursors.limit(limit);

		one(owner, shop, id);

		return CursorPage
			.of(this.rejections.of(id, (after != null) ? after : 0, size + 1), size,
					rejected -> Cursors.encode(list, rejected.number()))
			.map(Rejections.Numbered::rejection);
	}

	/** Of one that has ended already nothing changes. */
	public CatalogImport stop(UUID owner, ShopId shop, ImportId id) {

		one(owner, shop, id);
		this.imports.stop(id);

		return one(owner, shop, id);
	}

	/** Goes on where a stopped one was. */
	public CatalogImport resume(UUID owner, ShopId shop, ImportId id) {

		one(owner, shop, id);

		try {
			if (!this.imports.resume(id)) {
				throw Problem.conflict("import-not-stopped",
						"Only a stopped import whose file is still kept can be resumed.");
			}
		}
		catch (DuplicateKeyException ex) {
			throw running();
		}

		this.runner.look();
		return one(owner, shop, id);
	}

	static Problem running() {
		return Problem.conflict("import-running", "Another import of this shop has not ended yet.");
	}

}
