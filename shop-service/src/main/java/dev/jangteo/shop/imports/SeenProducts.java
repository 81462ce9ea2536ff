package dev.jangteo.shop.imports;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The products a full import has met.
 */
@Repository
class SeenProducts {

	private static final int CHUNK = 5000;

	private final JdbcClient jdbc;

	SeenProducts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(ImportId id, Collection<UUID> products) {
		this.jdbc.sql("""
				insert into catalog_import_seen (import_id, product_id)
				select :id, product from unnest(:products::uuid[]) as met (product)
				order by product
				on conflict do nothing
				""").param("id", id.value()).param("products", products.toArray(UUID[]::new)).update();
	}

	/** Those of the given products that it has not met. */
	List<UUID> missing(ImportId id, Collection<UUID> products) {
		return this.jdbc.sql("""
				select product from unnest(:products::uuid[]) as present (product)
				where not exists (
				  select from catalog_import_seen where import_id = :id and product_id = product)
				""").param("products", products.toArray(UUID[]::new)).param("id", id.value()).query(UUID.class).list();
	}

	/** Forgets an import that has ended, a chunk per transaction. */
	void forget(ImportId id) {

		int forgotten;

		do {
			forgotten = this.jdbc.sql("""
					delete from catalog_import_seen where import_id = :id and product_id in (
					  select product_id from catalog_import_seen where import_id = :id limit :chunk)
					""").param("id", id.value()).param("chunk", CHUNK).update();
		}
		while (forgotten == CHUNK);
	}

}
