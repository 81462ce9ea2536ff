package dev.jangteo.shop.imports;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is left of imports after their end.
 */
@Repository
class EndedImports {

	private final JdbcClient jdbc;

	EndedImports(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Uploads whose instance is gone: their sender has long had an error. */
	int failInterruptedUploads() {
		return this.jdbc.sql("""
				update catalog_import
				set status = 'FAILED', failure = 'The upload was interrupted.', ended_at = now(), lease_owner = null,
				  lease_until = null
				where status = 'UPLOADING' and lease_until < now()
				""").update();
	}

	/** Ended imports whose file is not needed any more. */
	List<ImportId> withUselessFile(Duration keepStopped) {
		return this.jdbc.sql("""
				select id from catalog_import
				where not object_gone and ended_at is not null
				  and (status in ('SUCCEEDED', 'FAILED')
				    or status = 'STOPPED' and ended_at < now() - make_interval(secs => :keep))
				order by ended_at limit 20
				""")
			.param("keep", keepStopped.toSeconds())
			.query(UUID.class)
			.list()
			.stream()
			.map(ImportId::new)
			.toList();
	}

	void forgetFile(ImportId id) {
		this.jdbc.sql("update catalog_import set object_gone = true where id = :id and ended_at is not null")
			.param("id", id.value())
			.update();
	}

	void forgetEndedBefore(Duration age) {
		this.jdbc.sql("""
				delete from catalog_import where id in (
				  select id from catalog_import
				  where object_gone and ended_at < now() - make_interval(secs => :age) limit 100)
				""").param("age", age.toSeconds()).update();
	}

}
