package dev.jangteo.gateway.switching;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import dev.jangteo.gateway.problem.Problem;
import dev.jangteo.gateway.problem.ProblemException;
import dev.jangteo.gateway.routing.Origins;
import dev.jangteo.gateway.routing.RequestPattern;
import dev.jangteo.gateway.switching.RuleStore.HistoryPage;
import dev.jangteo.gateway.token.Member;

/**
 * The operators' handle of the migration switch.
 */
@RestController
@RequestMapping(SwitchRules.OWN)
class SwitchController {

	private static final Logger LOG = LoggerFactory.getLogger(SwitchController.class);

	private static final int LONGEST_NOTE = 500;

	private final RuleStore store;

	private final SwitchRules rules;

	private final Set<URI> allowed;

	private final Clock clock;

	record RuleForm(@Nullable String path, @Nullable List<String> methods, @Nullable String target,
			@Nullable BigDecimal percent, @Nullable String note) {
	}

	record RuleList(long version, List<SwitchRule> items, Set<URI> allowedTargets) {
	}

	SwitchController(RuleStore store, SwitchRules rules, SwitchSettings settings, Clock clock) {
		this.store = store;
		this.rules = rules;
		this.allowed = settings.allowedOrigins()
			.stream()
			.map(Origins::parse)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		this.clock = clock;
	}

	/** What is in force on this gateway. */
	@GetMapping
	RuleList list(ServerWebExchange exchange) {
		operator(exchange);
		return new RuleList(rules.version(), rules.rules(), allowed);
	}

	@PostMapping
	Mono<ResponseEntity<SwitchRule>> add(@RequestBody RuleForm form, ServerWebExchange exchange) {
		var rule = toRule(UUID.randomUUID(), form, operator(exchange));
		return save(rule)
			.map(saved -> ResponseEntity.created(URI.create(SwitchRules.OWN + "/" + saved.id())).body(saved));
	}

	@PutMapping("/{id}")
	Mono<SwitchRule> put(@PathVariable UUID id, @RequestBody RuleForm form, ServerWebExchange exchange) {
		return save(toRule(id, form, operator(exchange)));
	}

	@DeleteMapping("/{id}")
	Mono<ResponseEntity<Void>> remove(@PathVariable UUID id, ServerWebExchange exchange) {
		var by = operator(exchange);
		return store.remove(id, by.id(), clock.instant()).onErrorMap(SwitchController::notStored).map(version -> {
			if (version == 0) {
				throw new ProblemException(Problem.notFound());
			}
			LOG.info("Switch rule {} removed by {}, version {}.", id, by.id(), version);
			return ResponseEntity.noContent().build();
		});
	}

	@GetMapping("/history")
	Mono<HistoryPage> history(@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(defaultValue = "20") int limit, ServerWebExchange exchange) {
		operator(exchange);
		if (limit < 1 || limit > 100) {
			throw new ProblemException(Problem.invalid("limit", "must be between 1 and 100"));
		}
		return store.history(place(cursor), limit).onErrorMap(SwitchController::notStored);
	}

	private Mono<SwitchRule> save(SwitchRule rule) {
		return store.put(rule)
			.onErrorMap(SwitchController::notStored)
			.doOnNext(version -> LOG.info("Switch rule {} for {} {} to {} at {} % by {}, version {}.", rule.id(),
					rule.methods(), rule.path(), rule.target(), rule.percent(), rule.changedBy(), version))
			.thenReturn(rule);
	}

	private static Throwable notStored(Throwable cause) {
		return (cause instanceof ProblemException) ? cause
				: new ProblemException(Problem.unavailable("switch-not-changeable",
						"Redis, which holds the rules, does not answer. The rules in force stay.",
						Duration.ofSeconds(2)));
	}

	private static @Nullable Long place(@Nullable String cursor) {
		try {
			return (cursor == null) ? null : Long.valueOf(cursor);
		}
		catch (NumberFormatException _) {
			throw new ProblemException(Problem.invalid("cursor", "is not a cursor of this list"));
		}
	}

	private SwitchRule toRule(UUID id, RuleForm form, Member by) {
		var methods = (form.methods() == null) ? List.<String>of()
				: form.methods().stream().map(method -> method.toUpperCase(Locale.ROOT)).distinct().sorted().toList();
		return new SwitchRule(id, path(form.path(), methods), methods, target(form.target()), percent(form.percent()),
				note(form.note()), by.id(), clock.instant());
	}

	private static String path(@Nullable String path, List<String> methods) {
		try {
			if (path == null || path.length() > LONGEST_NOTE) {
				throw new IllegalArgumentException("too short or too long");
			}
			RequestPattern.of(methods, path);
			return path;
		}
		catch (IllegalArgumentException _) {
			throw new ProblemException(
					Problem.invalid("path", "a pattern like /api/v1/shops/** and known methods are needed"));
		}
	}

	private URI target(@Nullable String target) {
		try {
			var origin = Origins.parse((target == null) ? "" : target);
			if (allowed.contains(origin)) {
				return origin;
			}
		}
		catch (IllegalArgumentException _) {
			LOG.debug("No origin: {}", target);
		}
		throw new ProblemException(Problem.invalid("target", "must be one of the allowed origins: " + allowed));
	}

	private static BigDecimal percent(@Nullable BigDecimal percent) {
		if (percent == null || percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0
				|| percent.stripTrailingZeros().scale() > 2) {
			throw new ProblemException(Problem.invalid("percent", "must be from 0 to 100 with at most two decimals"));
		}
		return percent;
	}

	private static @Nullable String note(@Nullable String note) {
		if (note != null && note.length() > LONGEST_NOTE) {
			throw new ProblemException(Problem.invalid("note", "must not be longer than " + LONGEST_NOTE));
		}
		return note;
	}

	private static Member operator(ServerWebExchange exchange) {
		var member = Member.of(exchange);
		if (member == null) {
			throw new ProblemException(Problem.of(HttpStatus.UNAUTHORIZED, "unauthorized",
					"A valid access token is needed.", "This needs an access token."));
		}
		if (!member.isOperator()) {
			throw new ProblemException(Problem.forbidden("This is for operators."));
		}
		return member;
	}

}
