package dev.jangteo.events.publishing;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import dev.jangteo.events.AggregateSource;
import dev.jangteo.events.UuidV7;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Publishes again what was published before, by appending it to the log once more:
 * harmless, as followers compare versions. Runs in the background and no faster than
 * asked; its progress is kept in the database, where every process sees it. If the
 * process ends it stays behind as interrupted, to be asked for again.
 */
final class Republishing implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Republishing.class);

	private static final int CHUNK = 100;

	private static final String CHANGE = "changed";

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final JdbcNotificationLog notifications;

	private final Map<String, AggregateSource<?>> sources = new LinkedHashMap<>();

	private final Set<String> publishes;

	private final Map<UUID, Thread> running = new ConcurrentHashMap<>();

	Republishing(JdbcClient jdbc, TransactionOperations transactions, JdbcNotificationLog notifications,
			Collection<? extends AggregateSource<?>> sources, Set<String> publishes) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.notifications = notifications;
		this.publishes = publishes;
		sources.forEach(source -> this.sources.put(source.aggregate(), source));
	}

	/** Begin, and answer the id under which progress is found. */
	UUID begin(Selection selection) {
		if (selection.aggregate() != null && !publishes.contains(selection.aggregate())) {
			throw new IllegalArgumentException("Not published here: " + selection.aggregate());
		}
		var id = UuidV7.next();
		jdbc.sql("insert into notification_republication (id, selection, state) values (?, ?, 'RUNNING')")
			.params(id, selection.toString())
			.update();
		running.put(id, Thread.ofVirtual().name("republication").start(() -> run(new Run(id, selection))));
		return id;
	}

	/** The latest ones first. */
	List<Progress> list() {
		return jdbc
			.sql("""
					select id, selection, published, unknown, requested_at, updated_at, error,
					       case when state = 'RUNNING' and updated_at < now() - interval '1 minute' then 'INTERRUPTED' else state end
					from notification_republication
					order by id desc
					limit 50
					""")
			.query((row, _) -> new Progress(row.getObject(1, UUID.class), row.getString(2), row.getString(8),
					row.getLong(3), row.getLong(4), LogRow.instant(row, 5), LogRow.instant(row, 6), row.getString(7)))
			.list();
	}

	Optional<Progress> find(UUID id) {
		return list().stream().filter(progress -> progress.id().equals(id)).findFirst();
	}

	/** Stops it, wherever it runs, with its next chunk. */
	boolean stop(UUID id) {
		return jdbc.sql("update notification_republication set state = 'STOPPED' where id = ? and state = 'RUNNING'")
			.param(id)
			.update() == 1;
	}

	@Override
	public void close() {
		running.values().forEach(Thread::interrupt);
	}

	private void run(Run run) {
		try {
			publish(run);
			end(run, "DONE", null);
		}
		catch (Stopped ex) {
			log.info("Republication {} was stopped", run.id);
		}
		catch (RuntimeException ex) {
			log.warn("Republication {} failed", run.id, ex);
			end(run, "FAILED", ex.toString());
		}
		finally {
			running.remove(run.id);
		}
	}

	private void publish(Run run) {
		var wanted = run.selection;
		if (!wanted.ids().isEmpty()) {
			byIds(run, wanted);
		}
		else if (wanted.type() != null || wanted.from() != null || wanted.to() != null) {
			fromLog(run, wanted);
		}
		else {
			var aggregates = (wanted.aggregate() != null) ? Set.of(wanted.aggregate()) : publishes;
			aggregates.forEach(aggregate -> all(run, aggregate));
		}
	}

	private void byIds(Run run, Selection wanted) {
		var ids = List.copyOf(wanted.ids());
		for (int from = 0; from < ids.size(); from += CHUNK) {
			var chunk = ids.subList(from, Math.min(from + CHUNK, ids.size()));
			var aggregate = (wanted.aggregate() != null) ? wanted.aggregate() : "";
			var missing = new HashSet<>(chunk);
			var entries = new ArrayList<Entry>();
			var source = sources.get(aggregate);
			if (source != null) {
				source.byIds(chunk).forEach(found -> {
					missing.remove(found.id());
					entries.add(new Entry(aggregate, CHANGE, found.id(), found.version()));
				});
			}
			// Deleted ones, and aggregates nobody can ask for: the newest the log still
			// knows.
			var logged = newest(aggregate, missing);
			entries.addAll(logged);
			run.append(entries, missing.size() - logged.size());
		}
	}

	private void all(Run run, String aggregate) {
		var source = sources.get(aggregate);
		if (source == null) {
			fromLog(run, new Selection(aggregate, Set.of(), null, null, null, run.selection.perSecond()));
			return;
		}
		UUID after = null;
		while (true) {
			var page = source.page(after, CHUNK);
			if (page.isEmpty()) {
				return;
			}
			run.append(page.stream().map(found -> new Entry(aggregate, CHANGE, found.id(), found.version())).toList(),
					0);
			after = page.getLast().id();
		}
	}

	private void fromLog(Run run, Selection wanted) {
		var last = jdbc.sql("select coalesce(max(position), 0) from notification_log").query(Long.class).single();
		long after = 0;
		while (true) {
			var rows = page(wanted, after, last);
			if (rows.isEmpty()) {
				return;
			}
			after = rows.getLast().position();
			var newest = new LinkedHashMap<UUID, Entry>();
			rows.forEach(row -> newest.merge(row.subject(),
					new Entry(row.aggregate(), row.change(), row.subject(), row.subjectVersion()), Entry::newer));
			run.append(List.copyOf(newest.values()), 0);
		}
	}

	private List<LogRow> page(Selection wanted, long after, long last) {
		return jdbc
			.sql("""
					select %s from notification_log
					where position > :after and position <= :last
					  and (:aggregate::text is null or aggregate = :aggregate)
					  and (:type::text is null or 'dev.jangteo.' || aggregate || '.' || change = :type)
					  and time >= coalesce(:from, '-infinity'::timestamptz) and time < coalesce(:to, 'infinity'::timestamptz)
					order by position
					limit %d
					"""
				.formatted(LogRow.COLUMNS, CHUNK))
			.param("after", after)
			.param("last", last)
			.param("aggregate", wanted.aggregate())
			.param("type", wanted.type())
			.param("from", utc(wanted.from()), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("to", utc(wanted.to()), Types.TIMESTAMP_WITH_TIMEZONE)
			.query((row, _) -> LogRow.of(row))
			.list();
	}

	private List<Entry> newest(String aggregate, Collection<UUID> subjects) {
		if (subjects.isEmpty()) {
			return List.of();
		}
		return jdbc.sql("""
				select distinct on (subject) subject, subject_version, change
				from notification_log
				where aggregate = :aggregate and subject in (:subjects)
				order by subject, subject_version desc
				""")
			.param("aggregate", aggregate)
			.param("subjects", subjects)
			.query((row, _) -> new Entry(aggregate, row.getString(3), row.getObject(1, UUID.class), row.getLong(2)))
			.list();
	}

	private void end(Run run, String state, @Nullable String error) {
		jdbc.sql("""
				update notification_republication set state = :state, error = :error, updated_at = now()
				where id = :id and state = 'RUNNING'
				""").param("state", state).param("error", error).param("id", run.id).update();
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
		return (time != null) ? time.atOffset(ZoneOffset.UTC) : null;
	}

	/** One republication under way. */
	private final class Run {

		private final UUID id;

		private final Selection selection;

		private final long startedAt = System.nanoTime();

		private long published;

		Run(UUID id, Selection selection) {
			this.id = id;
			this.selection = selection;
		}

		void append(List<Entry> entries, int unknown) {
			transactions.executeWithoutResult(_ -> {
				var goesOn = jdbc.sql("""
						update notification_republication
						set published = published + ?, unknown = unknown + ?, updated_at = now()
						where id = ? and state = 'RUNNING'
						""").params(entries.size(), unknown, id).update() == 1;
				if (!goesOn) {
					throw new Stopped();
				}
				entries.forEach(entry -> notifications.append(UuidV7.next(), entry.aggregate(), entry.change(),
						entry.subject(), entry.version(), null));
			});
			published += entries.size();
			throttle();
		}

		private void throttle() {
			var due = TimeUnit.SECONDS.toNanos(published) / selection.perSecond();
			try {
				TimeUnit.NANOSECONDS.sleep(due - (System.nanoTime() - startedAt));
			}
			catch (InterruptedException ex) {
				throw new Stopped();
			}
		}

	}

	private record Entry(String aggregate, String change, UUID subject, long version) {

		Entry newer(Entry other) {
			return (other.version > version) ? other : this;
		}

	}

	/**
	 * What to publish again: the given ids, or what the log holds of a type or a time
	 * range, or all there is of an aggregate or of all aggregates.
	 *
	 * @param perSecond no more than this many per second
	 */
	record Selection(@Nullable String aggregate, Set<UUID> ids, @Nullable String type, @Nullable Instant from,
			@Nullable Instant to, int perSecond) {
	}

	record Progress(UUID id, String selection, String state, long published, long unknown, Instant requestedAt,
			Instant updatedAt, @Nullable String error) {
	}

	private static final class Stopped extends RuntimeException {

		Stopped() {
			super(null, null, false, false);
		}

	}

}
