package dev.jangteo.member.credential;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.jangteo.defaults.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTests {

	@Test
	void aPasswordMatchesItsHashOnly() {
		var passwords = passwords(4, 8);
		var hash = passwords.hash("비밀번호".repeat(20));
		assertThat(hash).startsWith("{bcrypt-sha256}$2a$04$");
		assertThat(passwords.matches("비밀번호".repeat(20), hash)).isTrue();
		assertThat(passwords.matches("비밀번호".repeat(20) + "1", hash)).isFalse();
		assertThat(passwords.matches("nobody's password", null)).isFalse();
		passwords.destroy();
	}

	@Test
	void aFloodIsRefusedAndTakesNoThreadOfTheRequests() throws Exception {
		var passwords = passwords(11, 2);
		var refused = new AtomicInteger();
		var flood = IntStream.range(0, 30).mapToObj((_) -> CompletableFuture.runAsync(() -> {
			try {
				passwords.matches("guess", null);
			}
			catch (Problem problem) {
				assertThat(problem.getStatusCode().value()).isEqualTo(503);
				assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("2");
				refused.incrementAndGet();
			}
		}, (task) -> Thread.ofVirtual().start(task))).toList();
		// Whatever else runs on virtual threads goes on meanwhile.
		assertThat(CompletableFuture.supplyAsync(() -> "served", (task) -> Thread.ofVirtual().start(task)))
			.succeedsWithin(Duration.ofMillis(500));
		CompletableFuture.allOf(flood.toArray(CompletableFuture[]::new)).get();
		assertThat(refused.get()).isGreaterThan(20);
		passwords.destroy();
	}

	private static Passwords passwords(int strength, int waiting) {
		var hashing = new CredentialSettings.Hashing(strength, 1, waiting, Duration.ofSeconds(3));
		var guessing = new CredentialSettings.Guessing(5, 20, 50, Duration.ofMinutes(15), Duration.ofSeconds(30));
		return new Passwords(new CredentialSettings(Duration.ofMinutes(15), Duration.ofDays(14), Duration.ofDays(90),
				hashing, guessing), new SimpleMeterRegistry());
	}

}
