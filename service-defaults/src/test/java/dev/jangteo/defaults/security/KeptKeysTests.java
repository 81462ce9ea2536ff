package dev.jangteo.defaults.security;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.jangteo.defaults.ServiceTests;
import dev.jangteo.defaults.service.Keys;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeptKeysTests extends ServiceTests {

	@Autowired
	KeysMemory memory;

	@Autowired
	JdbcClient jdbc;

	@Test
	void aStartWhileMemberServiceIsAwayGoesByTheKeysOfTheLastRun() throws Exception {
		var members = new Keys();
		var known = all(lastRun(members));
		members.away(true);
		assertThat(all(lastRun(members))).isEqualTo(known).isNotEmpty();
		this.jdbc.sql("delete from known_member_keys").update();
		assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> all(lastRun(members)));
	}

	@Test
	void damagedKeysOfTheLastRunAreIgnored() throws Exception {
		var members = new Keys();
		members.away(true);
		this.memory.keep("nonsense");
		assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> all(lastRun(members)));
		members.away(false);
		assertThat(all(lastRun(members))).isNotEmpty();
		assertThat(this.memory.recall()).hasValueSatisfying((keys) -> assertThat(keys).contains("\"kid\""));
	}

	private JWKSource<SecurityContext> lastRun(Keys members) {
		return Decoders.keys(URI.create(members.uri()), Duration.ofMinutes(5), Duration.ofDays(1), this.memory);
	}

	private static List<JWK> all(JWKSource<SecurityContext> keys) throws KeySourceException {
		return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
	}

}
