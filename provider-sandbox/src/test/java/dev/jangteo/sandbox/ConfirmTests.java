package dev.jangteo.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ConfirmTests {

	private final MovableClock clock = new MovableClock();

	private Sandbox provider;

	private Merchant merchant;

	@BeforeEach
	void starts(@TempDir Path data) {
		provider = Sandbox.start(SandboxSettings.of(0, data), clock);
		merchant = new Merchant(provider);
	}

	@AfterEach
	void ends() {
		provider.close();
	}

	@Test
	void approvesWhatTheShopperAgreedTo() {
		var key = merchant.begins("order-1", 18000);
		var payment = merchant.confirms(key, "order-1", 18000).isOk();
		assertThat(payment.text("status")).isEqualTo("DONE");
		assertThat(payment.text("paymentKey")).isEqualTo(key);
		assertThat(payment.json().at("/totalAmount").isIntegralNumber()).isTrue();
		assertThat(payment.text("totalAmount")).isEqualTo("18000");
		assertThat(payment.text("balanceAmount")).isEqualTo("18000");
		assertThat(payment.text("currency")).isEqualTo("KRW");
		assertThat(payment.text("approvedAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+09:00");
		assertThat(payment.text("lastTransactionKey")).isNotEmpty();
		assertThat(payment.json().at("/cancels").isNull()).isTrue();
	}

	@Test
	void refusesAnotherAmount() {
		var key = merchant.begins("order-1", 18000);
		var refused = merchant.confirms(key, "order-1", 17999);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo("INVALID_REQUEST");
		assertThat(merchant.get("/v1/payments/" + key).text("status")).isEqualTo("IN_PROGRESS");
	}

	@Test
	void refusesAnotherOrder() {
		var key = merchant.begins("order-1", 18000);
		assertThat(merchant.confirms(key, "order-2", 18000).code()).isEqualTo("NOT_FOUND_PAYMENT_SESSION");
	}

	@Test
	void refusesAnUnknownPayment() {
		var refused = merchant.confirms("nothing", "order-1", 18000);
		assertThat(refused.status()).isEqualTo(404);
		assertThat(refused.code()).isEqualTo("NOT_FOUND_PAYMENT_SESSION");
	}

	@Test
	void refusesToApproveTwice() {
		var key = merchant.paid("order-1", 18000);
		var refused = merchant.confirms(key, "order-1", 18000, "another-key");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo("ALREADY_PROCESSED_PAYMENT");
	}

	@Test
	void refusesAfterTenMinutes() {
		var key = merchant.begins("order-1", 18000);
		clock.passes(Duration.ofMinutes(10).plusSeconds(1));
		assertThat(merchant.confirms(key, "order-1", 18000).code()).isEqualTo("NOT_FOUND_PAYMENT_SESSION");
		assertThat(merchant.get("/v1/payments/" + key).text("status")).isEqualTo("EXPIRED");
	}

	@Test
	void declinesWhatTheShopperChoseToHaveDeclined() {
		var key = merchant
			.send("POST", "/sandbox/payments",
					Map.of("orderId", "order-1", "amount", 18000, "decline", "INVALID_STOPPED_CARD"), null)
			.text("paymentKey");
		var declined = merchant.confirms(key, "order-1", 18000);
		assertThat(declined.status()).isEqualTo(400);
		assertThat(declined.code()).isEqualTo("INVALID_STOPPED_CARD");
		var payment = merchant.get("/v1/payments/" + key);
		assertThat(payment.text("status")).isEqualTo("ABORTED");
		assertThat(payment.text("failure/code")).isEqualTo("INVALID_STOPPED_CARD");
	}

	@Test
	void answersARepeatedRequestTheSameWithoutDoingItAgain() {
		var key = merchant.begins("order-1", 18000);
		var first = merchant.confirms(key, "order-1", 18000, "key-1").isOk();
		assertThat(merchant.confirms(key, "order-1", 18000, "key-1")).isEqualTo(first);
		assertThat(merchant.get("/sandbox/books").text("approvals")).isEqualTo("1");
	}

	@Test
	void repeatsADeclineForItsKey() {
		var key = merchant.begins("order-1", 18000);
		merchant.faults("{\"confirm\":{\"mode\":\"DECLINE\"}}");
		var first = merchant.confirms(key, "order-1", 18000, "key-1");
		merchant.send("DELETE", "/sandbox/faults", null, null);
		assertThat(first.code()).isEqualTo("REJECT_CARD_PAYMENT");
		assertThat(merchant.confirms(key, "order-1", 18000, "key-1")).isEqualTo(first);
	}

	@Test
	void forgetsAKeyAfterFifteenDays() {
		var key = merchant.begins("order-1", 18000);
		merchant.confirms(key, "order-1", 18000, "key-1").isOk();
		clock.passes(Duration.ofDays(16));
		assertThat(merchant.confirms(key, "order-1", 18000, "key-1").code()).isEqualTo("ALREADY_PROCESSED_PAYMENT");
	}

	@Test
	void refusesKeysThatAreTooLong() {
		var key = merchant.begins("order-1", 18000);
		assertThat(merchant.confirms(key, "order-1", 18000, "k".repeat(301)).code())
			.isEqualTo("INVALID_IDEMPOTENCY_KEY");
	}

	@Test
	void approvesAPaymentOnceWhoeverRaces() {
		var key = merchant.begins("order-1", 18000);
		var request = Map.of("paymentKey", key, "orderId", "order-1", "amount", 18000);
		var racers = IntStream.range(0, 16)
			.mapToObj((each) -> merchant.sendInBackground("POST", "/v1/payments/confirm", request, "key-" + each))
			.toList();
		assertThat(racers.stream().map((racer) -> racer.join().status()).filter((status) -> status == 200)).hasSize(1);
	}

}
