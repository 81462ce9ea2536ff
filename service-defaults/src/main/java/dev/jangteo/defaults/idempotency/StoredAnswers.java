package dev.jangteo.defaults.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table of answers.
 */
class StoredAnswers {

	private static final int PURGED_AT_ONCE = 1000;

	private final JdbcTemplate jdbc;

	StoredAnswers(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	Optional<StoredAnswer> find(Keyed keyed) {
		return this.jdbc.query("""
				select request, status, location, etag, body
				from idempotent_answers
				where id = ?""", (row, _) -> Optional.ofNullable(answer(row)), keyed.id())
			.stream()
			.findFirst()
			.flatMap(Function.identity());
	}

	/**
	 * Finds the answer, or takes the key's lock until the end of the transaction, in one
	 * round trip.
	 */
	Lookup lock(Keyed keyed) {
		return this.jdbc
			.query("""
					select locked.free, request, status, location, etag, body
					from (select pg_try_advisory_xact_lock(?) as free) locked
					left join idempotent_answers on id = ?""",
					(row, _) -> new Lookup(row.getBoolean("free"), answer(row)), keyed.lock(), keyed.id())
			.getFirst();
	}

	void add(Keyed keyed, StoredAnswer answer) {
		this.jdbc.update("""
				insert into idempotent_answers (id, request, status, location, etag, body)
				values (?, ?, ?, ?, ?, ?)""", keyed.id(), answer.request(), answer.status(), answer.location(),
				answer.etag(), answer.body());
	}

	/** Removes what is older, in small transactions; says how many. */
	int purge(Duration kept) {
		var all = 0;
		int some;
		do {
			some = this.jdbc.update("""
					delete from idempotent_answers
					where ctid = any (array(
						select ctid from idempotent_answers
						where created_at < now() - make_interval(secs => ?)
						limit ?))""", (double) kept.toSeconds(), PURGED_AT_ONCE);
			all += some;
		}
		while (some == PURGED_AT_ONCE);
		return all;
	}

	private static @Nullable StoredAnswer answer(ResultSet row) throws SQLException {
		var request = row.getBytes("request");
		return (request != null) ? new StoredAnswer(request, row.getInt("status"), row.getString("location"),
				row.getString("etag"), row.getBytes("body")) : null;
	}

	/**
	 * What was found.
	 *
	 * @param free whether no twin is running; this one has the lock now
	 * @param answer the answer, if one is stored
	 */
	record Lookup(boolean free, @Nullable StoredAnswer answer) {

	}

}
