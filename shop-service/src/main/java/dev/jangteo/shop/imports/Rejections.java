package dev.jangteo.shop.imports;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The bad rows of imports, the first ones of each.
 */
@Repository
class Rejections {

	private static final int MOST = 1000;

	private final JdbcClient jdbc;

	Rejections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds bad rows after those there were before. */
	void add(ImportId id, long before, List<Rejection> rejections) {

		var some = rejections.stream().limit(Math.max(0, MOST - before)).toList();

		if (some.isEmpty()) {
			return;
		}

		this.jdbc.sql("""
				insert into catalog_import_error (import_id, number, line, column_name, reason, value)
				select :id, :before + number, line, column_name, reason, value
				from unnest(:lines::bigint[], :columns::text[], :reasons::text[], :values::text[])
				  with ordinality as rejected (line, column_name, reason, value, number)
				""")
			.param("id", id.value())
			.param("before", before)
			.param("lines", some.stream().map(Rejection::line).toArray(Long[]::new))
			.param("columns", some.stream().map(Rejection::column).toArray(String[]::new))
			.param("reasons", some.stream().map(Rejection::reason).toArray(String[]::new))
			.param("values", some.stream().map(Rejection::value).toArray(String[]::new))
			.update();
	}

	List<Numbered> of(ImportId id, int after, int limit) {
		return this.jdbc.sql("""
				select number, line, column_name, reason, value from catalog_import_error
				where import_id = :id and number > :after
				order by number limit :limit
				""")
			.param("id", id.value())
			.param("after", after)
			.param("limit", limit)
			.query((row, _) -> new Numbered(row.getInt("number"),
					new Rejection(row.getLong("line"), row.getString("column_name"), row.getString("reason"),
							row.getString("value"))))
			.list();
	}

	/**
	 * A bad row and its place in the list.
	 */
	record Numbered(int number, Rejection rejection) {
	}

}
