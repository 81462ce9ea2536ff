package dev.jangteo.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The version index of a PostgreSQL table with one row per aggregate. */
public final class JdbcVersionIndex implements VersionIndex {

	private final JdbcClient jdbc;

	private final String digests;

	private final String versions;

	/**
	 * All names and the condition are put into the SQL as they are and must be constants
	 * of the program.
	 * @param jdbc the database
	 * @param table name of the table
	 * @param idColumn name of its uuid column
	 * @param versionColumn name of its version column
	 * @param condition SQL condition that holds for live rows; {@code true} for all
	 */
	public JdbcVersionIndex(JdbcClient jdbc, String table, String idColumn, String versionColumn, String condition) {
		this.jdbc = jdbc;
		this.digests = """
				select get_byte(uuid_send(%1$s), 15) as slice, count(*) as count,
				       bit_xor(('x' || substr(md5(%1$s::text || ':' || %2$s::bigint), 1, 16))::bit(64)::bigint) as digest
				from %3$s
				where (%4$s)
				group by 1
				"""
			.formatted(idColumn, versionColumn, table, condition);
		this.versions = """
				select %1$s as id, %2$s as version
				from %3$s
				where (%4$s) and get_byte(uuid_send(%1$s), 15) = ?
				""".formatted(idColumn, versionColumn, table, condition);
	}

	@Override
	public List<SliceDigest> digests() {
		return jdbc.sql(digests)
			.query((row, _) -> new SliceDigest(row.getInt("slice"), row.getLong("count"), row.getLong("digest")))
			.list();
	}

	@Override
	public Map<UUID, Long> versions(int slice) {
		var found = new HashMap<UUID, Long>();
		jdbc.sql(versions).param(slice).query(row -> {
			found.put(row.getObject("id", UUID.class), row.getLong("version"));
		});
		return found;
	}

}
