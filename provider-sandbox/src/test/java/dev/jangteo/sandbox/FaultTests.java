package dev.jangteo.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FaultTests {

	private Sandbox provider;

	private Merchant merchant;

	@BeforeEach
	void starts(@TempDir Path data) {
		provider = Sandbox.start(0, data);
		merchant = new Merchant(provider);
	}

	@AfterEach
	void ends() {
		provider.close();
	}

	@Test
	void declinesWithTheCodeAskedFor() {
		merchant.faults("{\"confirm\":{\"mode\":\"DECLINE\",\"code\":\"EXCEED_MAX_AMOUNT\"}}").isOk();
		var key = merchant.begins("order-1", 18000);
		var declined = merchant.confirms(key, "order-1", 18000);
		assertThat(declined.status()).isEqualTo(400);
		assertThat(declined.code()).isEqualTo("EXCEED_MAX_AMOUNT");
		assertThat(status(key)).isEqualTo("ABORTED");
	}

	@Test
	void failsWithAnInternalErrorAndDoesNothing() {
		merchant.faults("{\"confirm\":{\"mode\":\"ERROR\"}}").isOk();
		var key = merchant.begins("order-1", 18000);
		var failed = merchant.confirms(key, "order-1", 18000, "key-1");
		assertThat(failed.status()).isEqualTo(500);
		assertThat(failed.code()).isEqualTo("FAILED_INTERNAL_SYSTEM_PROCESSING");
		assertThat(status(key)).isEqualTo("IN_PROGRESS");
		merchant.send("DELETE", "/sandbox/faults", null, null).isOk();
		merchant.confirms(key, "order-1", 18000, "key-1").isOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "REFUSE", "HANG_BEFORE" })
	void cutsTheLineBeforeAnythingIsDone(String mode) {
		merchant.faults("{\"confirm\":{\"mode\":\"" + mode + "\",\"millis\":50}}").isOk();
		var key = merchant.begins("order-1", 18000);
		assertThat(merchant.confirms(key, "order-1", 18000).wasCut()).isTrue();
		assertThat(status(key)).isEqualTo("IN_PROGRESS");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CUT_AFTER_APPROVAL", "HANG_AFTER_APPROVAL" })
	void approvesAndSaysNothing(String mode) {
		merchant.faults("{\"confirm\":{\"mode\":\"" + mode + "\",\"millis\":50}}").isOk();
		var key = merchant.begins("order-1", 18000);
		assertThat(merchant.confirms(key, "order-1", 18000, "key-1").wasCut()).isTrue();
		assertThat(status(key)).isEqualTo("DONE");
		merchant.send("DELETE", "/sandbox/faults", null, null).isOk();
		assertThat(merchant.confirms(key, "order-1", 18000, "key-1").isOk().text("status")).isEqualTo("DONE");
	}

	@Test
	void cancelsAndSaysNothing() {
		var key = merchant.paid("order-1", 18000);
		merchant.faults("{\"cancel\":{\"mode\":\"CUT_AFTER_APPROVAL\"}}").isOk();
		assertThat(merchant.cancels(key, Map.of("cancelReason", "none"), "key-1").wasCut()).isTrue();
		assertThat(status(key)).isEqualTo("CANCELED");
	}

	@Test
	void answersSlowlyAndTurnsAwayATwinMeanwhile() {
		var key = merchant.begins("order-1", 18000);
		merchant.faults("{\"confirm\":{\"mode\":\"SLOW\",\"millis\":700}}").isOk();
		var request = Map.of("paymentKey", key, "orderId", "order-1", "amount", 18000);
		var slow = merchant.sendInBackground("POST", "/v1/payments/confirm", request, "key-1");
		Awaitility.await()
			.untilAsserted(() -> assertThat(merchant.confirms(key, "order-1", 18000, "key-1").code())
				.isEqualTo("IDEMPOTENT_REQUEST_PROCESSING"));
		slow.join().isOk();
	}

	@Test
	void leavesQueriesUnanswered() {
		var key = merchant.paid("order-1", 18000);
		merchant.faults("{\"query\":{\"mode\":\"REFUSE\"}}").isOk();
		assertThat(merchant.get("/v1/payments/" + key).wasCut()).isTrue();
		assertThat(merchant.get("/v1/payments/orders/order-1").wasCut()).isTrue();
		assertThat(merchant.get("/sandbox/books").status()).isEqualTo(200);
	}

	@Test
	void failsTheSameShareInTheSameOrderForTheSameSeed() {
		var first = sequence();
		assertThat(sequence()).isEqualTo(first);
		assertThat(first).contains(200, 500);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "{\"confirm\":{}}", "{\"confirm\":{\"mode\":\"LOSE\"}}",
			"{\"query\":{\"mode\":\"CUT_AFTER_APPROVAL\"}}", "{\"webhooks\":{\"mode\":\"DECLINE\"}}",
			"{\"confirm\":{\"mode\":\"DECLINE\",\"code\":\"NO_SUCH_CODE\"}}",
			"{\"confirm\":{\"mode\":\"DECLINE\",\"code\":\"UNKNOWN_PAYMENT_ERROR\"}}",
			"{\"confirm\":{\"mode\":\"SLOW\",\"millis\":-1}}", "{\"confirm\":{\"mode\":\"SLOW\",\"share\":1.5}}",
			"{\"confirm\":{\"mode\":\"SLOW\",\"seed\":\"x\"}}", "{\"refund\":{\"mode\":\"SLOW\"}}" })
	void changesNothingForFaultsItDoesNotUnderstand(String faults) {
		merchant.faults("{\"cancel\":{\"mode\":\"REFUSE\"}}").isOk();
		assertThat(merchant.faults(faults).status()).isEqualTo(400);
		assertThat(merchant.get("/sandbox/faults").text("cancel/mode")).isEqualTo("REFUSE");
	}

	private List<Integer> sequence() {
		merchant.faults("{\"query\":{\"mode\":\"ERROR\",\"share\":0.5,\"seed\":42}}").isOk();
		var key = merchant.begins("order-1", 18000);
		var statuses = new ArrayList<Integer>();
		for (var each = 0; each < 20; each++) {
			statuses.add(merchant.get("/v1/payments/" + key).status());
		}
		return statuses;
	}

	private String status(String key) {
		return merchant.get("/v1/payments/" + key).text("status");
	}

}
