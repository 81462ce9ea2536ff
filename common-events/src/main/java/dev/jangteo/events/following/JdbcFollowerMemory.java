package dev.jangteo.events.following;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Kept in the service's own database. */
final class JdbcFollowerMemory implements FollowerMemory {

	private final JdbcClient jdbc;

	JdbcFollowerMemory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<String> recall(String follower, String item) {
		return jdbc.sql("select content from follower_memory where follower = ? and item = ?")
			.params(follower, item)
			.query(String.class)
			.optional();
	}

	@Override
	public void remember(String follower, String item, String content) {
		jdbc.sql("""
				insert into follower_memory (follower, item, content) values (?, ?, ?)
				on conflict (follower, item) do update set content = excluded.content
				""").params(follower, item, content).update();
	}

}
