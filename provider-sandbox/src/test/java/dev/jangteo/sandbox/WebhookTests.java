package dev.jangteo.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.jangteo.sandbox.Receiver.Told;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookTests {

	private final Receiver receiver = new Receiver();

	private SandboxSettings settings;

	private Sandbox provider;

	private Merchant merchant;

	@BeforeEach
	void starts(@TempDir Path data) {
		settings = SandboxSettings.of(0, data).withWebhooks(receiver.url()).withResendUnit(Duration.ofMillis(20));
		provider = Sandbox.start(settings);
		merchant = new Merchant(provider);
	}

	@AfterEach
	void ends() {
		provider.close();
		receiver.close();
	}

	@Test
	void tellsOfEveryChange() {
		var key = merchant.paid("order-1", 18000);
		tells(1);
		merchant.cancels(key, Map.of("cancelReason", "none")).isOk();
		tells(2);
		assertThat(receiver.told()).extracting(Told::status).containsExactly("DONE", "CANCELED");
		assertThat(receiver.told().getFirst().body()).contains("\"eventType\":\"PAYMENT_STATUS_CHANGED\"")
			.contains(key);
	}

	@Test
	void tellsAgainUntilItIsTaken() {
		receiver.answers(503);
		merchant.paid("order-1", 18000);
		tells(3);
		receiver.answers(200);
		settles();
		assertThat(receiver.told()).extracting(Told::id).containsOnly(receiver.told().getFirst().id());
		assertThat(receiver.told()).extracting(Told::retries).startsWith(0, 1, 2);
	}

	@Test
	void goesOnTellingAfterARestart() {
		receiver.answers(500);
		merchant.paid("order-1", 18000);
		tells(1);
		provider.close();
		receiver.answers(200);
		provider = Sandbox.start(settings);
		merchant = new Merchant(provider);
		settles();
		assertThat(receiver.told().getLast().orderId()).isEqualTo("order-1");
	}

	@Test
	void losesThem() {
		merchant.faults("{\"webhooks\":{\"mode\":\"LOSE\"}}").isOk();
		merchant.paid("order-1", 18000);
		settles();
		assertThat(receiver.told()).isEmpty();
	}

	@Test
	void doublesThem() {
		merchant.faults("{\"webhooks\":{\"mode\":\"DOUBLE\"}}").isOk();
		merchant.paid("order-1", 18000);
		tells(2);
		assertThat(receiver.told()).extracting(Told::id).containsOnly(receiver.told().getFirst().id());
	}

	@Test
	void delaysThem() {
		merchant.faults("{\"webhooks\":{\"mode\":\"DELAY\",\"millis\":150}}").isOk();
		merchant.paid("order-1", 18000);
		assertThat(receiver.told()).isEmpty();
		tells(1);
	}

	@Test
	void reordersThem() {
		merchant.faults("{\"webhooks\":{\"mode\":\"REORDER\",\"millis\":60000}}").isOk();
		merchant.paid("order-1", 18000);
		merchant.paid("order-2", 18000);
		tells(2);
		assertThat(receiver.told()).extracting(Told::orderId).containsExactly("order-2", "order-1");
	}

	@Test
	void tellsTheNewAddressOnceItIsSwitched() {
		try (var other = new Receiver()) {
			merchant.send("PUT", "/sandbox/webhook-url", Map.of("url", other.url().toString()), null).isOk();
			merchant.paid("order-1", 18000);
			Awaitility.await().untilAsserted(() -> assertThat(other.told()).hasSize(1));
			assertThat(receiver.told()).isEmpty();
		}
	}

	@Test
	void goesToNoOtherKindOfAddress() {
		assertThat(merchant.send("PUT", "/sandbox/webhook-url", Map.of("url", "file:///tmp"), null).status())
			.isEqualTo(400);
	}

	private void tells(int times) {
		Awaitility.await().untilAsserted(() -> assertThat(receiver.told()).hasSizeGreaterThanOrEqualTo(times));
	}

	private void settles() {
		Awaitility.await()
			.untilAsserted(() -> assertThat(merchant.get("/sandbox/webhooks").text("unsettled")).isEqualTo("0"));
	}

}
