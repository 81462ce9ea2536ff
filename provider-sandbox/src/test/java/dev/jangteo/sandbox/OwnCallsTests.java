package dev.jangteo.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OwnCallsTests {

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
	void saysThatItIsUp() {
		assertThat(merchant.get("/sandbox/health").text("status")).isEqualTo("UP");
	}

	@Test
	void showsThePageOfTheWidget() {
		assertThat(merchant.get("/sandbox").body()).contains("<form>", "/sandbox/payments");
	}

	@Test
	void opensItsBooks() {
		var key = merchant.paid("order-1", 18000);
		merchant.cancels(key, Map.of("cancelReason", "none", "cancelAmount", 3000)).isOk();
		merchant.begins("order-2", 5000);
		var books = merchant.get("/sandbox/books");
		assertThat(books.text("approvals")).isEqualTo("1");
		assertThat(books.text("approvedAmount")).isEqualTo("18000");
		assertThat(books.text("cancelledAmount")).isEqualTo("3000");
		assertThat(books.text("payments/0/approvals")).isEqualTo("1");
		assertThat(books.text("payments/0/cancels/0/cancelAmount")).isEqualTo("3000");
		assertThat(books.text("payments/1/approvals")).isEqualTo("0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "nonsense", "[]", "{}", "{\"orderId\":\"order-1\"}", "{\"orderId\":1,\"amount\":1000}",
			"{\"orderId\":\" \",\"amount\":1000}", "{\"orderId\":\"order-1\",\"amount\":\"1000\"}",
			"{\"orderId\":\"order-1\",\"amount\":0}", "{\"orderId\":\"order-1\",\"amount\":-1}",
			"{\"orderId\":\"order-1\",\"amount\":0.5}", "{\"orderId\":\"order-1\",\"amount\":1e99}",
			"{\"orderId\":\"order-1\",\"amount\":1000,\"currency\":\"WON\"}",
			"{\"orderId\":\"order-1\",\"amount\":1000,\"decline\":\"NO_SUCH_CODE\"}" })
	void refusesWhatItDoesNotUnderstand(String body) {
		var refused = merchant.send("POST", "/sandbox/payments", body, null);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo("INVALID_REQUEST");
		assertThat(refused.text("message")).isNotEmpty();
	}

	@Test
	void refusesBodiesThatAreTooLarge() {
		var refused = merchant.send("POST", "/sandbox/payments", "{\"orderId\":\"" + "x".repeat(100_000) + "\"}", null);
		assertThat(refused.status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/nothing", "/v1", "/v1/refunds", "/sandbox/nothing", "/v1/payments/a/b/c" })
	void hasNothingElsewhere(String path) {
		assertThat(merchant.get(path).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "another-key", "" })
	void letsNobodyInWithoutTheSecretKey(String secretKey) {
		var refused = new Merchant(provider.url(), secretKey).get("/v1/payments/orders/order-1");
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.code()).isEqualTo("UNAUTHORIZED_KEY");
	}

	@ParameterizedTest
	@CsvSource({ "50ms,50", "2s,2000", "1m,60000", "PT1M,60000" })
	void readsDurations(String text, long millis) {
		assertThat(SandboxSettings.duration(text)).isEqualTo(Duration.ofMillis(millis));
	}

	@Test
	void takesItsSettingsFromTheEnvironment() {
		var settings = SandboxSettings.from(Map.of("SERVER_PORT", "8189", "JANGTEO_SANDBOX_DATA", "books",
				"JANGTEO_PROVIDER_SECRET_KEY", "secret", "JANGTEO_SANDBOX_WEBHOOK_URL", "http://127.0.0.1:1/w"));
		assertThat(settings.port()).isEqualTo(8189);
		assertThat(settings.address()).isEqualTo("127.0.0.1");
		assertThat(settings.webhooks()).hasPort(1);
		assertThat(settings.toString()).doesNotContain("secret");
	}

}
