package dev.jangteo.payment.verification;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

import dev.jangteo.payment.support.ServiceTests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A bug is planted in each direction, and the same check finds each.
 */
class VerificationTests extends ServiceTests {

	private static final String ROUTE = "/api/v1/ops/payments/verification";

	@Test
	void aPaidOrderRaisesNothing() {
		var paid = paid(18000);
		becomes(paid.order(), "PLACED");

		assertThat(kinds(paid.order())).isEmpty();
	}

	@Test
	void anOrderThatGoesOnUnpaidIsFound() {
		var order = anOrder(18000);
		becomes(order, "PLACED");

		assertThat(kinds(order)).containsExactly("ORDER_NOT_PAID");
		assertThat(nobody().get("/actuator/prometheus").text()).contains("jangteo_payments_differences");
	}

	@Test
	void anOrderThatGoesOnAfterItsMoneyWentBackIsFound() {
		var paid = paid(18000);
		becomes(paid.order(), "PLACED");
		PROVIDER.cancel(paid.key(), 18000);

		await().untilAsserted(() -> assertThat(kinds(paid.order())).containsExactly("ORDER_NOT_PAID"));
	}

	@Test
	void aClosedOrderWhoseRefundWasForgottenIsFoundAndMended() {
		var paid = paid(18000);
		becomes(paid.order(), "PLACED");
		var state = jdbc.sql("""
				update copied_orders
				set status = 'REJECTED', terms = jsonb_set(terms, '{status}', '"REJECTED"')
				where id = ?
				""").param(paid.order()).update();

		assertThat(state).isEqualTo(1);
		assertThat(kinds(paid.order())).containsExactly("CLOSED_ORDER_NOT_REFUNDED");
		operator().post(ROUTE, "");
		await().untilAsserted(() -> assertThat(status(paid.order())).isEqualTo("REFUNDED"));
		assertThat(kinds(paid.order())).isEmpty();
	}

	@Test
	void anOrderThatHasNotHeardOfItsPaymentIsToldAgain() {
		var paid = paid(18000);
		becomes(paid.order(), "PENDING_PAYMENT");

		assertThat(kinds(paid.order())).containsExactly("PAID_ORDER_STILL_PENDING");
		operator().post(ROUTE, "");
		assertThat(jdbc.sql("select count(*) from notification_log where subject = ? and change = 'announced'")
			.param(paid.id())
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void aChangedAmountIsFound() {
		var paid = paid(18000);
		becomes(paid.order(), "PLACED");
		jdbc.sql("update copied_orders set terms = jsonb_set(terms, '{total,amount}', '17000') where id = ?")
			.param(paid.order())
			.update();

		assertThat(kinds(paid.order())).containsExactly("AMOUNT_DIFFERS");
	}

	@Test
	void aPaymentThatIsNotInTheBooksAsItIsIsFound() {
		var paid = paid(18000);
		jdbc.sql("update payments set refunded = 1000 where id = ?").param(paid.id()).update();

		assertThat(kinds(paid.order())).contains("LEDGER_DIFFERS");
		jdbc.sql("update payments set refunded = 0 where id = ?").param(paid.id()).update();
	}

	@Test
	void aChargeNobodyHereKnowsIsFound() {
		var order = anOrder(18000);
		PROVIDER.confirm(PROVIDER.widget(order, 18000), order, 18000);

		await().untilAsserted(() -> assertThat(kinds(order)).containsExactly("UNKNOWN_HERE"));
	}

	@Test
	void aRefundWeHaveNotHeardOfIsFoundAndMended() {
		PROVIDER.faults(Map.of("webhooks", Map.of("mode", "LOSE")));
		var paid = paid(18000);
		PROVIDER.cancel(paid.key(), 18000);

		await().untilAsserted(() -> assertThat(kinds(paid.order())).containsExactly("PROVIDER_AHEAD"));
		operator().post(ROUTE, "");
		await().untilAsserted(() -> assertThat(status(paid.order())).isEqualTo("REFUNDED"));
		await().untilAsserted(() -> assertThat(kinds(paid.order())).isEmpty());
	}

	@Test
	void aChargeTheProviderDoesNotHaveIsFound() {
		var paid = paid(18000);
		jdbc.sql("update payments set payment_key = 'forged-' || id where id = ?").param(paid.id()).update();

		await().untilAsserted(() -> assertThat(kinds(paid.order())).contains("PROVIDER_BEHIND", "UNKNOWN_HERE"));
	}

	@Test
	void aRefundTheProviderDoesNotHaveIsFound() {
		var paid = paid(18000);
		jdbc.sql("""
				update payments
				set refunded = amount, status = 'REFUNDED', refund_state = 'DONE', updated_at = now()
				where id = ?
				""").param(paid.id()).update();

		await().untilAsserted(() -> assertThat(kinds(paid.order())).contains("PROVIDER_BEHIND", "LEDGER_DIFFERS"));
	}

	private List<String> kinds(UUID order) {
		var report = operator().get(ROUTE).body();
		assertThat(report.at("/providerCompared").asBoolean()).isTrue();
		return StreamSupport.stream(report.at("/differences").spliterator(), false)
			.filter((difference) -> difference.at("/orderId").asString().equals(order.toString()))
			.map((difference) -> difference.at("/kind").asString())
			.toList();
	}

}
