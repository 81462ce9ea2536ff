package dev.jangteo.payment.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import dev.jangteo.payment.support.ServiceTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class LedgerTests extends ServiceTests {

	@Autowired
	private TransactionOperations transactions;

	@Test
	void aChargeIsHeldForTheShopperLessTheProvidersFee() {
		var paid = paid(18000);

		assertThat(balances(paid.order()))
			.isEqualTo(Map.of("SHOPPER", -18000L, "PROVIDER_CLEARING", 17550L, "PROVIDER_FEE", 450L));
	}

	@Test
	void aDeliveredOrderIsTheOwnersLessCommissionAndItsTax() {
		var paid = paid(18000);
		becomes(paid.order(), "DELIVERED");

		await().untilAsserted(() -> assertThat(balances(paid.order()))
			.isEqualTo(Map.of("SHOPPER", 0L, "PROVIDER_CLEARING", 17550L, "PROVIDER_FEE", 450L, "OWNER_PAYABLE",
					-(18000L - 1088 - 109), "COMMISSION", -1088L, "COMMISSION_VAT", -109L)));
	}

	@Test
	void aRefundTurnsEverythingBack() {
		var paid = paid(18000);
		becomes(paid.order(), "REJECTED");

		await().untilAsserted(() -> assertThat(balances(paid.order()))
			.isEqualTo(Map.of("SHOPPER", 0L, "PROVIDER_CLEARING", 0L, "PROVIDER_FEE", 0L)));
	}

	@Test
	void aRefundAfterDeliveryIsTakenFromTheOwnerAgain() {
		var paid = paid(18000);
		becomes(paid.order(), "DELIVERED");
		await().untilAsserted(() -> assertThat(balances(paid.order())).containsEntry("COMMISSION", -1088L));
		PROVIDER.cancel(paid.key(), 9000);
		await().untilAsserted(() -> assertThat(balances(paid.order())).containsEntry("COMMISSION", -544L)
			.containsEntry("COMMISSION_VAT", -54L)
			.containsEntry("OWNER_PAYABLE", -(9000L - 544 - 54))
			.containsEntry("SHOPPER", 0L));
		PROVIDER.cancel(paid.key(), 9000);

		await().untilAsserted(() -> assertThat(balances(paid.order()).values()).containsOnly(0L));
	}

	@Test
	void anOwnersPlanSetsTheCommission() {
		var route = "/api/v1/ops/owners/%s/plan".formatted(ownerId);
		assertThat(operator().get(route).at("plan")).isEqualTo("basic");
		assertThat(operator().put(route, Map.of("plan", "free")).at("errors.0.field")).isEqualTo("plan");
		assertThat(operator().put(route, Map.of("plan", "plus")).status()).isEqualTo(200);
		var paid = paid(18000);
		becomes(paid.order(), "DELIVERED");

		await().untilAsserted(() -> assertThat(balances(paid.order())).containsEntry("COMMISSION", -720L));
	}

	@Test
	void cashAtTheDoorLeavesTheCommissionOwed() {
		var order = anOrder(18000, "PAY_ON_DELIVERY", "PLACED");
		becomes(order, "DELIVERED");
		becomes(order, "DELIVERED");

		await().untilAsserted(() -> assertThat(balances(order)).isEqualTo(Map.of("DOOR_CASH", 18000L, "OWNER_PAYABLE",
				-(18000L - 1088 - 109), "COMMISSION", -1088L, "COMMISSION_VAT", -109L)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "update postings set at = now()", "update entries set amount = amount * 2",
			"delete from entries", "delete from postings", "truncate entries", "truncate postings cascade",
			"insert into entries (posting_id, account, currency, amount) select id, 'DOOR_CASH', 'KRW', 1 from postings limit 1" })
	void nothingThatIsWrittenChanges(String statement) {
		paid(18000);

		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> jdbc.sql(statement).update());
	}

	@Test
	void aPostingThatDoesNotBalanceIsRefused() {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> transactions.executeWithoutResult((_) -> {
			var id = UUID.randomUUID();
			jdbc.sql("insert into postings (id, cause, kind, business_day, at) values (?, ?, 'CHARGED', now(), now())")
				.params(id, id.toString())
				.update();
			for (var entry : List.of("'SHOPPER', 'KRW', -100", "'PROVIDER_CLEARING', 'KRW', 99")) {
				jdbc.sql("insert into entries (posting_id, account, currency, amount) values (?, " + entry + ")")
					.param(id)
					.update();
			}
		})).withStackTraceContaining("does not balance");
	}

	private Map<String, Long> balances(UUID order) {
		var balances = new TreeMap<String, Long>();
		jdbc.sql("""
				select account, sum(amount) as balance
				from entries e
				join postings p on p.id = e.posting_id
				where p.order_id = ?
				group by account
				""").param(order).query((row) -> {
			balances.put(row.getString("account"), row.getObject("balance", BigDecimal.class).longValueExact());
		});
		return balances;
	}

}
