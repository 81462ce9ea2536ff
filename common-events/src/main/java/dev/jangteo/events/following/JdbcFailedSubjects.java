package dev.jangteo.events.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Kept in the service's own database. */
final class JdbcFailedSubjects implements FailedSubjects {

	private static final String COLUMNS = "follower, subject, subject_version, attempts, error, dead, failed_at, due_at";

	private final JdbcClient jdbc;

	private final Pace pace;

	JdbcFailedSubjects(JdbcClient jdbc, Pace pace) {
		this.jdbc = jdbc;
		this.pace = pace;
	}

	@Override
	public void failed(String follower, UUID subject, long version, String error) {
		jdbc.sql("""
				insert into failed_subject as known (follower, subject, subject_version, error, dead, failed_at, due_at)
				values (:follower, :subject, :version, :error, :attempts <= 1, now(), now() + :first * interval '1 ms')
				on conflict (follower, subject) do update
				set subject_version = greatest(known.subject_version, excluded.subject_version),
				    error = excluded.error, failed_at = now()
				""")
			.param("follower", follower)
			.param("subject", subject)
			.param("version", version)
			.param("error", error)
			.param("attempts", pace.attempts())
			.param("first", pace.first().toMillis())
			.update();
	}

	@Override
	public void failedAgain(String follower, UUID subject, long version, String error) {
		jdbc.sql("""
				update failed_subject
				set subject_version = greatest(subject_version, :version), error = :error, failed_at = now(),
				    attempts = attempts + 1, dead = attempts + 1 >= :attempts,
				    due_at = now() + least(:first * power(2, least(attempts, 40)), :longest) * interval '1 ms'
				where follower = :follower and subject = :subject
				""")
			.param("follower", follower)
			.param("subject", subject)
			.param("version", version)
			.param("error", error)
			.param("attempts", pace.attempts())
			.param("first", pace.first().toMillis())
			.param("longest", pace.longest().toMillis())
			.update();
	}

	@Override
	public void settled(String follower, Collection<UUID> subjects) {
		jdbc.sql("delete from failed_subject where follower = ? and subject = any(?)")
			.params(follower, subjects.toArray(UUID[]::new))
			.update();
	}

	@Override
	public List<FailedSubject> due(String follower, int limit, Duration lease) {
		return jdbc.sql("""
				update failed_subject as taken
				set due_at = now() + :lease * interval '1 ms'
				from (select subject from failed_subject
				      where follower = :follower and not dead and due_at <= now()
				      order by due_at
				      limit :limit
				      for update skip locked) as due
				where taken.follower = :follower and taken.subject = due.subject
				returning taken.follower, taken.subject, subject_version, attempts, error, dead, failed_at, due_at
				""")
			.param("lease", lease.toMillis())
			.param("follower", follower)
			.param("limit", limit)
			.query((row, _) -> failedSubject(row))
			.list();
	}

	@Override
	public List<FailedSubject> list(String follower, boolean dead, @Nullable UUID after, int limit) {
		return jdbc.sql("""
				select %s from failed_subject
				where follower = :follower and dead = :dead and (:after::uuid is null or subject > :after)
				order by subject
				limit :limit
				""".formatted(COLUMNS))
			.param("follower", follower)
			.param("dead", dead)
			.param("after", after)
			.param("limit", limit)
			.query((row, _) -> failedSubject(row))
			.list();
	}

	@Override
	public Optional<FailedSubject> find(String follower, UUID subject) {
		return jdbc.sql("select %s from failed_subject where follower = ? and subject = ?".formatted(COLUMNS))
			.params(follower, subject)
			.query((row, _) -> failedSubject(row))
			.optional();
	}

	@Override
	public Count count(String follower) {
		return jdbc.sql("""
				select count(*) filter (where not dead), count(*) filter (where dead)
				from failed_subject where follower = ?
				""").param(follower).query((row, _) -> new Count(row.getLong(1), row.getLong(2))).single();
	}

	@Override
	public boolean replay(String follower, UUID subject) {
		return jdbc.sql("""
				update failed_subject set dead = false, attempts = 0, due_at = now() where follower = ? and subject = ?
				""").params(follower, subject).update() == 1;
	}

	@Override
	public boolean drop(String follower, UUID subject) {
		return jdbc.sql("delete from failed_subject where follower = ? and subject = ?")
			.params(follower, subject)
			.update() == 1;
	}

	private static FailedSubject failedSubject(ResultSet row) throws SQLException {
		return new FailedSubject(row.getString(1), row.getObject(2, UUID.class), row.getLong(3), row.getInt(4),
				row.getString(5), row.getBoolean(6), row.getObject(7, OffsetDateTime.class).toInstant(),
				row.getObject(8, OffsetDateTime.class).toInstant());
	}

}
