package dev.jangteo.gateway.switching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import dev.jangteo.gateway.switching.RuleStore.Snapshot;

/**
 * Keeps this gateway's rules like those in Redis: it looks four times a second whether
 * the version moved. While Redis is away the last known rules stay in force, over a
 * restart too if a file for them is configured.
 */
@Component
class RuleFollower {

	private static final Logger LOG = LoggerFactory.getLogger(RuleFollower.class);

	private final RuleStore store;

	private final SwitchRules rules;

	private final JsonMapper json;

	private final @Nullable Path kept;

	private boolean away;

	private boolean following;

	RuleFollower(RuleStore store, SwitchRules rules, JsonMapper json, SwitchSettings settings, MeterRegistry meters) {
		this.store = store;
		this.rules = rules;
		this.json = json;
		this.kept = (settings.kept() == null || settings.kept().isBlank()) ? null : Path.of(settings.kept());
		recall();
		Gauge.builder("jangteo.gateway.switch.version", rules, SwitchRules::version)
			.description("Version of the switch rules this gateway follows")
			.register(meters);
	}

	@Scheduled(fixedDelayString = "${jangteo.gateway.switching.poll:250ms}", initialDelay = 0)
	void follow() {
		try {
			var version = Objects.requireNonNull(store.version().block());
			// A version that fell means that Redis lost its data: its rules hold all the
			// same.
			if (!following || version != rules.version()) {
				take(Objects.requireNonNull(store.read().block()));
				following = true;
			}
			away = false;
		}
		catch (RuntimeException ex) {
			if (!away) {
				LOG.warn("Redis does not answer, the last known switch rules stay in force: {}", ex.toString());
			}
			away = true;
		}
	}

	private void take(Snapshot snapshot) {
		rules.replace(snapshot.version(), snapshot.rules());
		LOG.info("Switch rules are now of version {}: {} rule(s).", snapshot.version(), snapshot.rules().size());
		if (kept != null) {
			keep(kept, snapshot);
		}
	}

	private void keep(Path file, Snapshot snapshot) {
		try {
			var draft = file.resolveSibling(file.getFileName() + ".new");
			Files.write(draft, json.writeValueAsBytes(snapshot));
			Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			LOG.warn("The switch rules cannot be kept in {}: {}", file, ex.toString());
		}
	}

	private void recall() {
		if (kept == null || !Files.isReadable(kept)) {
			return;
		}
		try {
			var snapshot = json.readValue(Files.readAllBytes(kept), Snapshot.class);
			rules.replace(snapshot.version(), snapshot.rules());
		}
		catch (IOException | JacksonException ex) {
			LOG.warn("The switch rules kept in {} cannot be read: {}", kept, ex.toString());
		}
	}

}
