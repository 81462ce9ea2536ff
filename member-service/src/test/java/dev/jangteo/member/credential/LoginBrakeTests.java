package dev.jangteo.member.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import dev.jangteo.defaults.Problem;
import dev.jangteo.member.MemberServiceTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LoginBrakeTests extends MemberServiceTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T03:00:00Z"));

	private final String account = UUID.randomUUID() + "@jangteo.test";

	private final String home = UUID.randomUUID().toString();

	@Autowired
	TransactionOperations transactions;

	@Autowired
	CredentialSettings settings;

	private LoginBrake brake;

	@BeforeEach
	void brake() {
		this.brake = new LoginBrake(this.jdbc, this.transactions, this.settings,
				((InstantSource) this.now::get).withZone(ZoneOffset.UTC));
	}

	@Test
	void pausesBeginAfterSomeFreeFailuresAndDouble() {
		for (var i = 0; i < 6; i++) {
			assertThat(refusedFor(this.account, this.home)).isZero();
		}
		assertThat(refusedFor(this.account, this.home)).isEqualTo(1);
		for (var pause : new int[] { 1, 2, 4, 8 }) {
			this.now.updateAndGet((time) -> time.plusSeconds(pause));
			assertThat(refusedFor(this.account, this.home)).isZero();
			assertThat(refusedFor(this.account, this.home)).isEqualTo(2 * pause);
		}
	}

	@Test
	void aPauseIsNeverLongerThanTheLongest() {
		for (var i = 0; i < 40; i++) {
			this.now.updateAndGet((time) -> time.plus(Duration.ofMinutes(15)));
			assertThat(refusedFor(this.account, this.home)).isZero();
		}
		assertThat(refusedFor(this.account, this.home)).isEqualTo(15 * 60);
		this.now.updateAndGet((time) -> time.plus(Duration.ofHours(25)));
		for (var i = 0; i < 5; i++) {
			assertThat(refusedFor(this.account, this.home)).as("a day later all is forgotten").isZero();
		}
	}

	@Test
	void aSuccessIsForgiven() {
		for (var i = 0; i < 30; i++) {
			this.brake.succeeded(this.brake.begin(this.account, this.home));
		}
		assertThat(refusedFor(this.account, this.home)).isZero();
	}

	@Test
	void oneAddressGuessingAtManyAccountsIsSlowed() {
		for (var i = 0; i < 13; i++) {
			assertThat(refusedFor(UUID.randomUUID() + "@jangteo.test", this.home)).isZero();
		}
		assertThat(refusedFor(UUID.randomUUID() + "@jangteo.test", this.home)).isPositive();
	}

	@Test
	void aSiegeFromEverywhereSlowsTheAccountButNeverItsOwnerAtHome() {
		this.brake.succeeded(this.brake.begin(this.account, this.home));
		for (var i = 0; i < 200; i++) {
			refusedFor(this.account, UUID.randomUUID().toString());
			this.now.updateAndGet((time) -> time.plusSeconds(5));
		}
		refusedFor(this.account, UUID.randomUUID().toString());
		assertThat(refusedFor(this.account, UUID.randomUUID().toString())).isBetween(1L, 30L);
		assertThat(refusedFor(this.account, this.home)).isZero();
	}

	@Test
	void manyAttemptsAtOnceDoNotSlipThrough() {
		var admitted = IntStream.range(0, 40)
			.mapToObj((_) -> CompletableFuture.supplyAsync(() -> refusedFor(this.account, this.home) == 0))
			.toList()
			.stream()
			.filter(CompletableFuture::join)
			.count();
		assertThat(admitted).isLessThanOrEqualTo(6);
	}

	@Test
	void guessingOverHttpIsAnsweredWithAPause() {
		var me = somebody("SHOPPER");
		var guess = java.util.Map.of("email", me.email(), "password", "not the password");
		var replies = IntStream.range(0, 8)
			.mapToObj((_) -> post("/api/v1/tokens", guess, null, "X-Forwarded-For", "203.0.113.77").status())
			.toList();
		assertThat(replies).startsWith(401, 401, 401, 401, 401).contains(429);
		assertThat(logIn(me.email()).id()).as("the owner, elsewhere").isEqualTo(me.id());
	}

	private long refusedFor(String email, String address) {
		var refusal = catchThrowableOfType(Problem.class, () -> this.brake.begin(email, address));
		return (refusal != null) ? Long.parseLong(refusal.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)) : 0;
	}

}
