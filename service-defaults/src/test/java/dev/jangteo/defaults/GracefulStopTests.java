package dev.jangteo.defaults;

import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.jangteo.defaults.service.Keys;
import dev.jangteo.defaults.service.SampleService;
import dev.jangteo.servers.TestServers;
import dev.jangteo.testing.Calls;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class GracefulStopTests {

	@Test
	void aRequestUnderWayIsAnsweredWhileTheServiceStopsAndNoOtherIsTaken() throws Exception {
		var database = TestServers.postgres("graceful");
		var keys = new Keys();
		var context = SpringApplication.run(SampleService.class, "--spring.application.name=sample-service",
				"--server.port=0", "--spring.datasource.url=" + database.url(),
				"--spring.datasource.username=" + database.username(),
				"--spring.datasource.password=" + database.password(),
				"--jangteo.security.service-secret=" + Keys.SECRET, "--jangteo.security.jwks-uri=" + keys.uri());
		context.getBean(JdbcClient.class).sql("create table wishes (id uuid primary key, what text)").update();
		var port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		var shopper = new Calls(port, keys.token("SHOPPER"));
		var started = new CountDownLatch(1);
		var finish = new CountDownLatch(1);
		SampleService.meanwhile((what) -> {
			started.countDown();
			awaitQuietly(finish);
		});
		var underWay = CompletableFuture
			.supplyAsync(() -> shopper.post("/api/v1/wishes", "{\"what\":\"x\"}", "Idempotency-Key", "a"));
		assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
		var stopped = CompletableFuture.runAsync(context::close);
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThatExceptionOfType(ConnectException.class)
				.isThrownBy(() -> new Socket("127.0.0.1", port).close()));
		assertThat(stopped).isNotDone();
		finish.countDown();
		assertThat(underWay.get(10, TimeUnit.SECONDS).status()).isEqualTo(201);
		assertThat(stopped).succeedsWithin(Duration.ofSeconds(20));
		SampleService.meanwhile((what) -> {
		});
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await(15, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
