package dev.jangteo.defaults.security;

import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the keys in the service's own database. They are public: nothing to hide.
 */
class JdbcKeysMemory implements KeysMemory {

	private final JdbcTemplate jdbc;

	JdbcKeysMemory(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<String> recall() {
		return this.jdbc.queryForList("select keys from known_member_keys where one", String.class)
			.stream()
			.findFirst();
	}

	@Override
	public void keep(String keys) {
		this.jdbc.update("""
				insert into known_member_keys (one, keys, kept_at)
				values (true, ?, now())
				on conflict (one) do update set keys = excluded.keys, kept_at = excluded.kept_at""", keys);
	}

}
