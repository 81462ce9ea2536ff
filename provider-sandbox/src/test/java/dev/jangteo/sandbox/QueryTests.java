package dev.jangteo.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class QueryTests {

	private static final String DAY = "/v1/transactions?startDate=2026-11-21T00:00:00&endDate=2026-11-21T23:59:59";

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
	void findsAPaymentByItsKeyAndByItsOrder() {
		var key = merchant.paid("order-1", 18000);
		var byKey = merchant.get("/v1/payments/" + key).isOk();
		assertThat(byKey.text("status")).isEqualTo("DONE");
		assertThat(merchant.get("/v1/payments/orders/order-1")).isEqualTo(byKey);
	}

	@Test
	void prefersTheApprovedPaymentOfAnOrder() {
		var paid = merchant.paid("order-1", 18000);
		merchant.begins("order-1", 18000);
		assertThat(merchant.get("/v1/payments/orders/order-1").text("paymentKey")).isEqualTo(paid);
	}

	@Test
	void knowsNothingOfOthers() {
		assertThat(merchant.get("/v1/payments/nothing").code()).isEqualTo("NOT_FOUND_PAYMENT");
		assertThat(merchant.get("/v1/payments/orders/nothing").status()).isEqualTo(404);
	}

	@Test
	void listsApprovalsAndCancellationsByTime() {
		var key = merchant.paid("order-1", 18000);
		clock.passes(Duration.ofSeconds(1));
		merchant.cancels(key, Map.of("cancelReason", "one", "cancelAmount", 8000)).isOk();
		clock.passes(Duration.ofSeconds(1));
		merchant.cancels(key, Map.of("cancelReason", "two")).isOk();
		var list = merchant.get(DAY).isOk().json();
		assertThat(list).extracting((each) -> each.at("/status").asString() + " " + each.at("/amount").asInt())
			.containsExactly("DONE 18000", "PARTIAL_CANCELED 8000", "CANCELED 10000");
		assertThat(list.get(0).at("/transactionAt").asString()).isEqualTo("2026-11-21T12:04:05+09:00");
	}

	@Test
	void pagesThroughEveryTransactionOnce() {
		for (var each = 0; each < 23; each++) {
			merchant.paid("order-" + each, 1000);
			if (each % 5 == 0) {
				clock.passes(Duration.ofSeconds(1));
			}
		}
		var seen = new ArrayList<String>();
		var page = merchant.get(DAY + "&limit=5").isOk().json();
		while (!page.isEmpty()) {
			page.forEach((each) -> seen.add(each.at("/transactionKey").asString()));
			page = merchant.get(DAY + "&limit=5&startingAfter=" + seen.getLast()).isOk().json();
		}
		assertThat(seen).hasSize(23).doesNotHaveDuplicates();
	}

	@Test
	void countsBothEndsOfATime() {
		merchant.paid("order-1", 18000);
		assertThat(list("2026-11-21T12:04:05", "2026-11-21T12:04:05")).isEqualTo(1);
		assertThat(list("2026-11-21T12:04:06", "2026-11-21T23:59:59")).isZero();
		assertThat(list("2026-11-21T00:00:00", "2026-11-21T12:04:04")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/transactions", "/v1/transactions?startDate=yesterday&endDate=today", DAY + "&limit=0",
			DAY + "&limit=5001", DAY + "&limit=all",
			"/v1/transactions?startDate=2026-11-22T00:00:00&endDate=2026-11-21T00:00:00" })
	void refusesListsItDoesNotUnderstand(String path) {
		var refused = merchant.get(path);
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.code()).isEqualTo("INVALID_REQUEST");
	}

	@Test
	void refusesAPagingKeyItNeverGave() {
		assertThat(merchant.get(DAY + "&startingAfter=nothing").code()).isEqualTo("INVALID_TRANSACTION_KEY");
	}

	private int list(String from, String to) {
		return merchant.get("/v1/transactions?startDate=" + from + "&endDate=" + to).isOk().json().size();
	}

}
