package dev.jangteo.review.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import dev.jangteo.defaults.storage.ObjectStorage;
import dev.jangteo.defaults.storage.StorageAway;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes hours that are over as files: the changes as JSON Lines, then the manifest by
 * which they are checked. An hour is due as long as one of its rows does not stand in its
 * file as it is now; so an outage is caught up, a late row joins, and what was erased
 * disappears.
 */
@Component
class WriteHours {

	private static final int PAGE = 1000;

	private static final int HOURS = 48;

	private static final DateTimeFormatter FOLDER = DateTimeFormatter
		.ofPattern("'reviews/day='uuuu-MM-dd'/hour='HH'/'");

	private final JdbcClient jdbc;

	private final ObjectStorage files;

	private final StreamSettings settings;

	private final Lease lease;

	private final JsonMapper json;

	WriteHours(JdbcClient jdbc, ObjectStorage files, StreamSettings settings, Lease lease, JsonMapper json) {
		this.jdbc = jdbc;
		this.files = files;
		this.settings = settings;
		this.lease = lease;
		this.json = json;
	}

	/** The hours that are over and due, oldest first. */
	List<OffsetDateTime> due(Instant now) {
		return jdbc.sql("""
				select distinct hour
				from review_changes
				where not stored and hour <= ?
				order by hour
				limit ?
				""")
			.params(now.minus(settings.closeAfter()).atOffset(ZoneOffset.UTC).minusHours(1), HOURS)
			.query(OffsetDateTime.class)
			.list();
	}

	/**
	 * Writes what is due.
	 * @return how many hours were written, 0 also while another instance is at it
	 * @throws StorageAway when files cannot be stored: the rest stays due
	 */
	int write(Instant now) throws IOException {
		var written = 0;
		for (var hour : due(now)) {
			if (!lease.take()) {
				return written;
			}
			try {
				write(hour.withOffsetSameInstant(ZoneOffset.UTC));
			}
			finally {
				lease.giveBack();
			}
			written++;
		}
		return written;
	}

	private void write(OffsetDateTime hour) throws IOException {
		var folder = hour.format(FOLDER);
		var temporary = Files.createTempFile("reviews", ".jsonl");
		try {
			var rows = new ArrayList<Row>();
			var file = new HourFile(temporary);
			try (file) {
				for (var page = page(hour, 0); !page.isEmpty(); page = page(hour, page.getLast().position())) {
					for (var line : page) {
						file.add(line.record());
						rows.add(new Row(line.position(), line.revision()));
					}
				}
			}
			files.put(folder + HourFile.NAME, temporary, "application/x-ndjson");
			Files.writeString(temporary, json.writeValueAsString(file.manifest(hour)) + "\n");
			files.put(folder + "_manifest.json", temporary, "application/json");
			remember(rows);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	private List<Line> page(OffsetDateTime hour, long after) {
		return jdbc.sql("""
				select position, revision, record::text as record
				from review_changes
				where hour = ? and position > ?
				order by position
				limit ?
				""").params(hour, after, PAGE).query(Line.class).list();
	}

	// A row from which something was taken while the file was on its way stays due.
	void remember(List<Row> rows) {
		for (var from = 0; from < rows.size(); from += PAGE) {
			jdbc.sql("""
					update review_changes as change
					set stored = (change.revision = (written ->> 'revision')::int)
					from jsonb_array_elements(?::jsonb) as written
					where change.position = (written ->> 'position')::bigint
					""")
				.param(json.writeValueAsString(rows.subList(from, Math.min(rows.size(), from + PAGE))))
				.update();
		}
	}

	record Line(long position, int revision, String record) {
	}

	record Row(long position, int revision) {
	}

}
