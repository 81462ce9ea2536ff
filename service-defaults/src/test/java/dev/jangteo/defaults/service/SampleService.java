package dev.jangteo.defaults.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import dev.jangteo.defaults.Answer;
import dev.jangteo.defaults.BodyLimit;
import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.ETags;
import dev.jangteo.defaults.Idempotency;
import dev.jangteo.defaults.Money;
import dev.jangteo.defaults.PlainText;
import dev.jangteo.defaults.Problem;
import dev.jangteo.defaults.PublicRoutes;
import dev.jangteo.defaults.ServiceClients;
import io.micrometer.tracing.Tracer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service that does nothing but what the tests look at.
 */
@SpringBootApplication
public class SampleService {

	@Bean
	PublicRoutes publicRoutes() {
		return PublicRoutes.of("GET /api/v1/open", "GET /api/v1/fails/**", "GET /api/v1/neighbour");
	}

	@Bean
	BodyLimit largeThings() {
		return BodyLimit.of("POST /api/v1/large-things", DataSize.ofMegabytes(3));
	}

	public enum Color {

		RED, GREEN

	}

	public record Line(@Min(1) int quantity, BigDecimal weight) {

	}

	public record Thing(@NotNull @PlainText(max = 20) String name, @Min(1) @Max(99) int count, Color color, Money price,
			UUID shopId, Instant at, @Valid List<Line> lines) {

	}

	public record Wish(String what) {

	}

	public record Granted(UUID id, String what, Money price) {

	}

	@RestController
	static class Things {

		@PostMapping("/api/v1/things")
		Thing echo(@Valid @RequestBody Thing thing) {
			return thing;
		}

		@PostMapping("/api/v1/large-things")
		Map<String, Integer> large(@RequestBody List<String> texts) {
			return Map.of("length", texts.stream().mapToInt(String::length).sum());
		}

		@PostMapping("/api/v1/streams")
		Map<String, Long> stream(InputStream body) throws IOException {
			return Map.of("length", body.transferTo(OutputStream.nullOutputStream()));
		}

		@GetMapping("/api/v1/things/{id}")
		Map<String, Object> thing(@PathVariable UUID id, @RequestParam(required = false) Color color, Caller caller) {
			return Map.of("id", id, "role", caller.role(), "thread", Thread.currentThread().isVirtual());
		}

		@GetMapping("/api/v1/things")
		Map<String, Object> things(@RequestParam @Min(1) int limit) {
			return Map.of("limit", limit);
		}

		@DeleteMapping("/api/v1/things/{id}")
		void delete(@PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) String ifMatch) {
			ETags.check(7, ETags.required(ifMatch));
		}

		@GetMapping("/api/v1/open")
		Map<String, Object> open(Optional<Caller> caller) {
			return Map.of("known", caller.isPresent());
		}

		@GetMapping("/api/v1/owner/things")
		Map<String, Object> owner(Caller caller) {
			return Map.of("id", caller.memberId());
		}

		@GetMapping("/api/v1/ops/things")
		Map<String, Object> ops() {
			return Map.of();
		}

		@GetMapping("/internal/things")
		Map<String, Object> internal() {
			return Map.of("ok", true);
		}

		@GetMapping("/api/v1/fails/badly")
		void fails() {
			throw new IllegalStateException("password=hunter2 of kim@example.com");
		}

		@GetMapping("/api/v1/fails/busy")
		void busy() {
			throw Problem.unavailable("busy", "Too much to do.", java.time.Duration.ofMillis(1200));
		}

		@GetMapping("/api/v1/fails/rule")
		void rule() {
			throw Problem.rule("PRICE_CHANGED", "The price has changed.").with("newTotal", Money.of(18000, "KRW"));
		}

	}

	@RestController
	static class Neighbours {

		private final ServiceClients clients;

		private final Tracer tracer;

		Neighbours(ServiceClients clients, Tracer tracer) {
			this.clients = clients;
			this.tracer = tracer;
		}

		@GetMapping("/api/v1/neighbour")
		Map<String, Object> ask(@RequestParam String name,
				@RequestParam(defaultValue = "/internal/things") String path) {
			var answer = this.clients.named(name).get().uri(path).retrieve().body(String.class);
			return Map.of("answer", answer, "traceId", this.tracer.currentSpan().context().traceId());
		}

	}

	@RestController
	static class Wishes {

		static volatile Consumer<String> meanwhile = (what) -> {
		};

		private final Idempotency idempotency;

		private final JdbcClient jdbc;

		Wishes(Idempotency idempotency, JdbcClient jdbc) {
			this.idempotency = idempotency;
			this.jdbc = jdbc;
		}

		@PostMapping("/api/v1/wishes")
		Answer<Granted> grant(@RequestHeader(name = "Idempotency-Key", required = false) String key, Caller caller,
				@RequestBody Wish wish) {
			return this.idempotency.run("grant", caller, key, wish, () -> effect(wish));
		}

		@PostMapping("/api/v1/prepared-wishes")
		Answer<Granted> grantPrepared(@RequestHeader(name = "Idempotency-Key", required = false) String key,
				Caller caller, @RequestBody Wish wish) {
			return this.idempotency.run("grant-prepared", caller, key, wish, () -> {
				this.jdbc.sql("insert into preparations (what) values (?)").param(wish.what()).update();
				return wish;
			}, this::effect);
		}

		private ResponseEntity<Granted> effect(Wish wish) {
			var granted = new Granted(UUID.randomUUID(), wish.what(), Money.of("12.50", "USD"));
			this.jdbc.sql("insert into wishes (id, what) values (?, ?)").params(granted.id(), granted.what()).update();
			meanwhile.accept(wish.what());
			return ResponseEntity.status(HttpStatus.CREATED)
				.header("Location", "/api/v1/wishes/" + granted.id())
				.eTag("\"1\"")
				.body(granted);
		}

	}

	/** What happens in the middle of granting a wish. */
	public static void meanwhile(Consumer<String> happens) {
		Wishes.meanwhile = happens;
	}

}
