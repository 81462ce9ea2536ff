package dev.jangteo.review.stream;

import java.util.UUID;

import dev.jangteo.events.UuidV7;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one instance at a time write files.
 */
@Component
class Lease {

	private final UUID me = UuidV7.next();

	private final JdbcClient jdbc;

	private final StreamSettings settings;

	Lease(JdbcClient jdbc, StreamSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/** Takes or prolongs it, by the database's clock. */
	boolean take() {
		return jdbc.sql("""
				update stream_lease
				set holder = ?, held_until = clock_timestamp() + make_interval(secs => ?)
				where holder = ? or held_until < clock_timestamp()
				""").params(me, settings.lease().toSeconds(), me).update() > 0;
	}

	void giveBack() {
		jdbc.sql("update stream_lease set held_until = '-infinity' where holder = ?").param(me).update();
	}

}
