package dev.jangteo.gateway.switching;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import dev.jangteo.gateway.GatewayContext;

import static org.assertj.core.api.Assertions.assertThat;

class KeptRulesTests extends GatewayContext {

	@Autowired
	private RuleStore store;

	@Autowired
	private JsonMapper json;

	private RuleFollower follower(SwitchRules rules, Path file) {
		return new RuleFollower(store, rules, json,
				new SwitchSettings(List.of(), Duration.ofMillis(250), file.toString()), new SimpleMeterRegistry());
	}

	@Test
	void surviveARestartWithoutRedisInAFile(@TempDir Path folder) throws Exception {

		var file = folder.resolve("rules.json");
		var by = UUID.randomUUID();
		var rule = new SwitchRule(UUID.randomUUID(), "/kept/**", List.of("GET"), URI.create("http://127.0.0.1:1"),
				new BigDecimal("12.5"), "kept", by, Instant.EPOCH);
		store.put(rule).block();
		try {
			follower(new SwitchRules(), file).follow();

			var recalled = new SwitchRules();
			follower(recalled, file);
			assertThat(recalled.rules()).contains(rule);
			assertThat(recalled.version()).isPositive();

			Files.writeString(file, "{nonsense");
			var empty = new SwitchRules();
			follower(empty, file);
			assertThat(empty.rules()).isEmpty();
		}
		finally {
			store.remove(rule.id(), by, Instant.EPOCH).block();
		}
	}

}
