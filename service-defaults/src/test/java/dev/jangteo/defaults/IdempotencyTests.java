package dev.jangteo.defaults;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.jangteo.defaults.service.SampleService;
import dev.jangteo.testing.Calls.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class IdempotencyTests extends ServiceTests {

	@Autowired
	JdbcClient jdbc;

	private final String key = UUID.randomUUID().toString();

	@BeforeEach
	void tables() {
		this.jdbc.sql("create table if not exists wishes (id uuid primary key, what text)").update();
		this.jdbc.sql("create table if not exists preparations (what text)").update();
		this.jdbc.sql("delete from wishes").update();
		this.jdbc.sql("delete from preparations").update();
	}

	@AfterEach
	void quiet() {
		SampleService.meanwhile((what) -> {
		});
	}

	@Test
	void theSameKeyAndBodyGivesTheSameAnswerAgain() {
		var first = wish("a bicycle");
		var again = wish("a bicycle");
		assertThat(first.status()).isEqualTo(201);
		assertThat(again.status()).isEqualTo(201);
		assertThat(again.text()).isEqualTo(first.text()).contains("12.50");
		assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotEmpty();
		assertThat(again.header("ETag")).isEqualTo("\"1\"");
		assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type")).isEqualTo("application/json");
		assertThat(first.header("Idempotency-Replayed")).isEmpty();
		assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(wishes()).isOne();
	}

	@Test
	void theSameKeyWithAnotherBodyIsRefused() {
		wish("a bicycle");
		assertThat(wish("a car").problem()).isEqualTo("422 idempotency-key-reused");
		assertThat(wishes()).isOne();
	}

	@Test
	void aKeyBelongsToItsMember() {
		wish("a bicycle");
		this.shopper = this.anyone.as(KEYS.token("SHOPPER"));
		assertThat(wish("a bicycle").header("Idempotency-Replayed")).isEmpty();
		assertThat(wishes()).isEqualTo(2);
	}

	@Test
	void aKeyIsRequiredAndPlain() {
		assertThat(this.shopper.post("/api/v1/wishes", "{\"what\":\"x\"}").problem())
			.isEqualTo("400 invalid-request Idempotency-Key");
		assertThat(
				this.shopper.post("/api/v1/wishes", "{\"what\":\"x\"}", "Idempotency-Key", "x".repeat(256)).problem())
			.isEqualTo("400 invalid-request Idempotency-Key");
	}

	@Test
	void aRunningTwinIsAConflict() throws Exception {
		var started = new CountDownLatch(1);
		var finish = new CountDownLatch(1);
		SampleService.meanwhile((what) -> {
			started.countDown();
			awaitQuietly(finish);
		});
		var first = CompletableFuture.supplyAsync(() -> wish("a bicycle"));
		assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
		assertThat(wish("a bicycle").problem()).isEqualTo("409 twin-running");
		finish.countDown();
		assertThat(first.get().status()).isEqualTo(201);
		assertThat(wish("a bicycle").text()).isEqualTo(first.get().text());
		assertThat(wishes()).isOne();
	}

	@Test
	void ofManyTwinsOneTakesEffect() {
		var replies = IntStream.range(0, 24)
			.mapToObj((_) -> CompletableFuture.supplyAsync(() -> wish("a bicycle")))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
		assertThat(replies).allMatch((reply) -> reply.status() == 201 || reply.status() == 409);
		assertThat(replies.stream().filter((reply) -> reply.status() == 201).map(Reply::text).distinct()).hasSize(1);
		assertThat(wishes()).isOne();
	}

	@Test
	void aFailedEffectLeavesNothingAndMayBeTriedAgain() {
		SampleService.meanwhile((what) -> {
			throw Problem.rule("SOLD_OUT", "There is none left.");
		});
		assertThat(wish("a bicycle").problem()).isEqualTo("422 rule-broken");
		assertThat(wishes()).isZero();
		quiet();
		assertThat(wish("a bicycle").status()).isEqualTo(201);
		assertThat(wishes()).isOne();
	}

	@Test
	void aCrashBetweenEffectAndAnswerLeavesNeither() {
		var attempts = new AtomicInteger();
		// The connection dies as it does when the process or its machine does.
		SampleService.meanwhile((what) -> {
			if (attempts.getAndIncrement() == 0) {
				this.jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query().listOfRows();
			}
		});
		assertThat(wish("a bicycle").status()).isGreaterThanOrEqualTo(500);
		await().atMost(Duration.ofSeconds(5)).until(() -> wishes() == 0);
		assertThat(wish("a bicycle").status()).isEqualTo(201);
		assertThat(wish("a bicycle").header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(wishes()).isOne();
	}

	@Test
	void aPreparationRunsOnceAndOutsideTheTransaction() {
		SampleService.meanwhile((what) -> {
			throw Problem.rule("SOLD_OUT", "There is none left.");
		});
		assertThat(preparedWish("a bicycle").status()).isEqualTo(422);
		assertThat(preparations()).as("not rolled back with the effect").isOne();
		quiet();
		var first = preparedWish("a bicycle");
		assertThat(preparedWish("a bicycle").text()).isEqualTo(first.text());
		assertThat(preparedWish("a car").problem()).isEqualTo("422 idempotency-key-reused");
		assertThat(preparations()).isEqualTo(2);
	}

	private Reply wish(String what) {
		return this.shopper.post("/api/v1/wishes", "{\"what\":\"" + what + "\"}", "Idempotency-Key", this.key);
	}

	private Reply preparedWish(String what) {
		return this.shopper.post("/api/v1/prepared-wishes", "{\"what\":\"" + what + "\"}", "Idempotency-Key", this.key);
	}

	private int wishes() {
		return this.jdbc.sql("select count(*) from wishes").query(Integer.class).single();
	}

	private int preparations() {
		return this.jdbc.sql("select count(*) from preparations").query(Integer.class).single();
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
