package dev.jangteo.shop.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.shop.imports.feed.FeedFormat;
import dev.jangteo.shop.products.Catalogue;
import dev.jangteo.shop.shops.ShopId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The imports' rows. Whoever works on one holds its lease, and every step of the work is
 * written only while it does; all times are the database's, so that clocks of instances
 * may differ.
 */
@Repository
class CatalogImports {

	private static final String COLUMNS = """
			id, shop_id, owner_id, mode, format, charset, status, bytes, bytes_read, rows, created, updated, unchanged,
			rejected, removed, removed_upto, failure, created_at, started_at, ended_at
			""";

	private final JdbcClient jdbc;

	CatalogImports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Begins an import with its upload.
	 * @throws org.springframework.dao.DuplicateKeyException when the shop has one that
	 * has not ended
	 */
	void begin(Lease lease, ShopId shop, UUID owner, ImportMode mode, FeedFormat format, String charset,
			Duration life) {
		this.jdbc.sql("""
				insert into catalog_import (id, shop_id, owner_id, mode, format, charset, status, lease_owner,
				  lease_until)
				values (:id, :shop, :owner, :mode, :format, :charset, 'UPLOADING', :holder,
				  now() + make_interval(secs => :life))
				""")
			.param("id", lease.id().value())
			.param("shop", shop.value())
			.param("owner", owner)
			.param("mode", mode.name())
			.param("format", format.name())
			.param("charset", charset)
			.param("holder", lease.holder())
			.param("life", seconds(life))
			.update();
	}

	/** The file is there: anybody may run it. */
	boolean queue(Lease lease, long bytes) {
		return this.jdbc.sql("""
				update catalog_import
				set status = 'QUEUED', bytes = :bytes, lease_owner = null, lease_until = null, due_at = now()
				where id = :id and status = 'UPLOADING' and lease_owner = :holder
				""")
			.param("bytes", bytes)
			.param("id", lease.id().value())
			.param("holder", lease.holder())
			.update() == 1;
	}

	void discard(ImportId id) {
		this.jdbc.sql("delete from catalog_import where id = :id and status = 'UPLOADING'")
			.param("id", id.value())
			.update();
	}

	/** The next import nobody works on. */
	Optional<CatalogImport> claim(UUID holder, Duration life) {
		return this.jdbc.sql("""
				update catalog_import
				set status = 'RUNNING', lease_owner = :holder, lease_until = now() + make_interval(secs => :life),
				  started_at = coalesce(started_at, now())
				where id = (
				  select id from catalog_import
				  where status in ('QUEUED', 'RUNNING') and due_at <= now()
				    and (lease_until is null or lease_until < now())
				  order by due_at limit 1
				  for update skip locked)
				returning %s
				""".formatted(COLUMNS))
			.param("holder", holder)
			.param("life", seconds(life))
			.query(CatalogImports::read)
			.optional();
	}

	/** Gives a sign of life; answers whether the lease still holds. */
	boolean renew(Lease lease, Duration life) {
		return this.jdbc.sql("""
				update catalog_import set lease_until = now() + make_interval(secs => :life)
				where id = :id and lease_owner = :holder and status in ('UPLOADING', 'RUNNING')
				""")
			.param("life", seconds(life))
			.param("id", lease.id().value())
			.param("holder", lease.holder())
			.update() == 1;
	}

	/** Notes a step forward, in the transaction of the step. */
	void advance(Lease lease, Batch batch, Catalogue.Outcome outcome, long bytesRead) {
		require(this.jdbc.sql("""
				update catalog_import
				set rows = rows + :rows, created = created + :created, updated = updated + :updated,
				  unchanged = unchanged + :unchanged, rejected = rejected + :rejected, bytes_read = :bytesRead,
				  failure = null, failed_attempts = 0
				where id = :id and status = 'RUNNING' and lease_owner = :holder
				""")
			.param("rows", batch.rows())
			.param("created", outcome.created())
			.param("updated", outcome.updated())
			.param("unchanged", outcome.unchanged())
			.param("rejected", batch.rejections().size())
			.param("bytesRead", bytesRead)
			.param("id", lease.id().value())
			.param("holder", lease.holder())
			.update());
	}

	/** Notes a step of removing, in the transaction of the step. */
	void advance(Lease lease, int removed, UUID upto) {
		require(this.jdbc.sql("""
				update catalog_import
				set removed = removed + :removed, removed_upto = :upto, failure = null, failed_attempts = 0
				where id = :id and status = 'RUNNING' and lease_owner = :holder
				""")
			.param("removed", removed)
			.param("upto", upto)
			.param("id", lease.id().value())
			.param("holder", lease.holder())
			.update());
	}

	void end(Lease lease, ImportStatus end, @Nullable String failure) {
		require(this.jdbc.sql("""
				update catalog_import
				set status = :end, failure = :failure, ended_at = now(), lease_owner = null, lease_until = null
				where id = :id and status = 'RUNNING' and lease_owner = :holder
				""")
			.param("end", end.name())
			.param("failure", failure)
			.param("id", lease.id().value())
			.param("holder", lease.holder())
			.update());
	}

	/** Lets go of it for some time; whoever is first then goes on. */
	void postpone(Lease lease, Duration pause, String reason) {
		this.jdbc.sql("""
				update catalog_import
				set lease_owner = null, lease_until = null, due_at = now() + make_interval(secs => :pause),
				  failure = :reason
				where id = :id and status = 'RUNNING' and lease_owner = :holder
				""")
			.param("pause", seconds(pause))
			.param("reason", reason)
			.param("id", lease.id().value())
			.param("holder", lease.holder())
			.update();
	}

	/** Counts a fault since the last step; answers how many there were. */
	int stumble(Lease lease) {
		return this.jdbc.sql("""
				update catalog_import set failed_attempts = failed_attempts + 1
				where id = :id and lease_owner = :holder
				returning failed_attempts
				""")
			.param("id", lease.id().value())
			.param("holder", lease.holder())
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	void handOver(Lease lease) {
		this.jdbc.sql("""
				update catalog_import set lease_owner = null, lease_until = null, due_at = now()
				where id = :id and lease_owner = :holder and status = 'RUNNING'
				""").param("id", lease.id().value()).param("holder", lease.holder()).update();
	}

	/** Stops it wherever it is; whoever works on it finds out at its next step. */
	void stop(ImportId id) {
		this.jdbc.sql("""
				update catalog_import
				set status = 'STOPPED', failure = null, ended_at = now(), lease_owner = null, lease_until = null
				where id = :id and status in ('UPLOADING', 'QUEUED', 'RUNNING')
				""").param("id", id.value()).update();
	}

	/**
	 * Goes on with a stopped one.
	 * @return whether there is something to go on with
	 * @throws org.springframework.dao.DuplicateKeyException when the shop has one that
	 * has not ended
	 */
	boolean resume(ImportId id) {
		return this.jdbc.sql("""
				update catalog_import
				set status = 'QUEUED', ended_at = null, due_at = now(), failed_attempts = 0
				where id = :id and status = 'STOPPED' and bytes > 0 and not object_gone
				""").param("id", id.value()).update() == 1;
	}

	Optional<CatalogImport> one(UUID owner, ShopId shop, ImportId id) {
		return this.jdbc
			.sql("select %s from catalog_import where id = :id and shop_id = :shop and owner_id = :owner"
				.formatted(COLUMNS))
			.param("id", id.value())
			.param("shop", shop.value())
			.param("owner", owner)
			.query(CatalogImports::read)
			.optional();
	}

	/** Newest first. */
	List<CatalogImport> ofShop(ShopId shop, @Nullable UUID before, int limit) {
		return this.jdbc
			.sql("select %s from catalog_import where shop_id = :shop and id < :before order by id desc limit :limit"
				.formatted(COLUMNS))
			.param("shop", shop.value())
			.param("before", (before != null) ? before : new UUID(-1, -1))
			.param("limit", limit)
			.query(CatalogImports::read)
			.list();
	}

	private static void require(int updated) {
		if (updated == 0) {
			throw new LeaseLost();
		}
	}

	private static double seconds(Duration duration) {
		return duration.toMillis() / 1000.0;
	}

	private static CatalogImport read(ResultSet row, int number) throws SQLException {
		return new CatalogImport(new ImportId(row.getObject("id", UUID.class)),
				new ShopId(row.getObject("shop_id", UUID.class)), row.getObject("owner_id", UUID.class),
				ImportMode.valueOf(row.getString("mode")), FeedFormat.valueOf(row.getString("format")),
				row.getString("charset"), ImportStatus.valueOf(row.getString("status")), row.getLong("bytes"),
				row.getLong("bytes_read"), row.getLong("rows"), row.getLong("created"), row.getLong("updated"),
				row.getLong("unchanged"), row.getLong("rejected"), row.getLong("removed"),
				row.getObject("removed_upto", UUID.class), row.getString("failure"),
				row.getObject("created_at", OffsetDateTime.class).toInstant(), instant(row, "started_at"),
				instant(row, "ended_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		var time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
