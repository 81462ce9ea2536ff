package dev.jangteo.sandbox;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CancelTests {

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
	void givesEverythingBack() {
		var key = merchant.paid("order-1", 18000);
		var payment = merchant.cancels(key, Map.of("cancelReason", "The shop is closed")).isOk();
		assertThat(payment.text("status")).isEqualTo("CANCELED");
		assertThat(payment.text("balanceAmount")).isEqualTo("0");
		assertThat(payment.text("cancels/0/cancelAmount")).isEqualTo("18000");
		assertThat(payment.text("cancels/0/cancelReason")).isEqualTo("The shop is closed");
		assertThat(payment.text("cancels/0/cancelStatus")).isEqualTo("DONE");
		assertThat(payment.text("cancels/0/transactionKey")).isEqualTo(payment.text("lastTransactionKey"));
	}

	@Test
	void givesBackBitByBitUntilNothingIsLeft() {
		var key = merchant.paid("order-1", 18000);
		var first = merchant.cancels(key, Map.of("cancelReason", "one", "cancelAmount", 8000)).isOk();
		assertThat(first.text("status")).isEqualTo("PARTIAL_CANCELED");
		assertThat(first.text("balanceAmount")).isEqualTo("10000");
		var second = merchant.cancels(key, Map.of("cancelReason", "two", "cancelAmount", 10000)).isOk();
		assertThat(second.text("status")).isEqualTo("CANCELED");
		assertThat(second.json().at("/cancels")).hasSize(2);
	}

	@Test
	void refusesMoreThanIsLeft() {
		var key = merchant.paid("order-1", 18000);
		merchant.cancels(key, Map.of("cancelReason", "one", "cancelAmount", 8000)).isOk();
		var refused = merchant.cancels(key, Map.of("cancelReason", "two", "cancelAmount", 10001));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.code()).isEqualTo("NOT_CANCELABLE_AMOUNT");
	}

	@Test
	void refusesWhatWasNeverApproved() {
		var refused = merchant.cancels(merchant.begins("order-1", 18000), Map.of("cancelReason", "none"));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.code()).isEqualTo("NOT_CANCELABLE_PAYMENT");
	}

	@Test
	void refusesWhatWasGivenBackAlready() {
		var key = merchant.paid("order-1", 18000);
		merchant.cancels(key, Map.of("cancelReason", "one")).isOk();
		var refused = merchant.cancels(key, Map.of("cancelReason", "two"));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo("ALREADY_CANCELED_PAYMENT");
	}

	@Test
	void givesBackOncePerKey() {
		var key = merchant.paid("order-1", 18000);
		var request = Map.<String, Object>of("cancelReason", "one", "cancelAmount", 8000);
		var first = merchant.cancels(key, request, "refund-1").isOk();
		assertThat(merchant.cancels(key, request, "refund-1")).isEqualTo(first);
		assertThat(merchant.get("/v1/payments/" + key).text("balanceAmount")).isEqualTo("10000");
		merchant.cancels(key, request, "refund-2").isOk();
		assertThat(merchant.get("/v1/payments/" + key).text("balanceAmount")).isEqualTo("2000");
	}

	@Test
	void wantsAReason() {
		assertThat(merchant.cancels(merchant.paid("order-1", 18000), Map.of()).code()).isEqualTo("INVALID_REQUEST");
	}

	@Test
	void knowsNoHalfWon() {
		var key = merchant.paid("order-1", 18000);
		assertThat(merchant.cancels(key, Map.of("cancelReason", "one", "cancelAmount", 0.5)).code())
			.isEqualTo("INVALID_REQUEST");
	}

}
