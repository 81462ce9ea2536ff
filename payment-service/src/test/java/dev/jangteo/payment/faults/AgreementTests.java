package dev.jangteo.payment.faults;

import java.util.Map;
import java.util.UUID;

import dev.jangteo.payment.faults.Agreement.End;
import dev.jangteo.payment.support.ServiceTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The check at the end of {@link FaultTests} is worth something: a bug planted in each
 * direction is found by it.
 */
class AgreementTests extends ServiceTests {

	private static final long AMOUNT = 18000;

	// The provider tells nobody: what is planted stays.
	@BeforeEach
	void nobodyIsTold() {
		PROVIDER.faults(Map.of("webhooks", Map.of("mode", "LOSE")));
	}

	@AfterEach
	void nothingPlantedStays() {
		jdbc.sql("delete from payments where request_key = 'planted'").update();
	}

	@Test
	void paidAndPlacedAgree() {
		var paid = paid(AMOUNT);

		assertThat(isFound(paid.order(), "PLACED")).isFalse();
	}

	@Test
	void unpaidAndExpiredAgree() {
		assertThat(isFound(anOrder(AMOUNT), "EXPIRED")).isFalse();
	}

	@Test
	void anOrderPlacedUnpaidIsFound() {
		assertThat(isFound(anOrder(AMOUNT), "PLACED")).isTrue();
	}

	@Test
	void anOrderPaidAndExpiredWithoutRefundIsFound() {
		assertThat(isFound(paid(AMOUNT).order(), "EXPIRED")).isTrue();
	}

	@Test
	void aChargeOfAnotherAmountThanTheOrderIsFound() {
		var paid = paid(AMOUNT);

		assertThat(broken(paid.order(), "PLACED", AMOUNT - 1)).isTrue();
	}

	@Test
	void aChargeOnlyTheProviderHasIsFound() {
		var order = anOrder(AMOUNT);
		PROVIDER.confirm(PROVIDER.widget(order, AMOUNT), order, AMOUNT);

		assertThat(isFound(order, "PLACED")).isTrue();
		assertThat(isFound(order, "EXPIRED")).isTrue();
	}

	@Test
	void anOrderChargedTwiceIsFound() {
		var paid = paid(AMOUNT);
		PROVIDER.confirm(PROVIDER.widget(paid.order(), AMOUNT), paid.order(), AMOUNT);

		assertThat(isFound(paid.order(), "PLACED")).isTrue();
	}

	@Test
	void aSecondChargeThatWentBackUnseenIsFound() {
		var paid = paid(AMOUNT);
		var second = PROVIDER.widget(paid.order(), AMOUNT);
		PROVIDER.confirm(second, paid.order(), AMOUNT);
		PROVIDER.cancel(second, AMOUNT);

		assertThat(isFound(paid.order(), "PLACED")).isTrue();
	}

	@Test
	void aRefundOnlyTheProviderHasIsFound() {
		var paid = paid(AMOUNT);
		PROVIDER.cancel(paid.key(), AMOUNT);

		assertThat(isFound(paid.order(), "PLACED")).isTrue();
		assertThat(isFound(paid.order(), "EXPIRED")).isTrue();
	}

	@Test
	void aChargeOnlyOurPaymentsHaveIsFound() {
		var order = anOrder(AMOUNT);
		plant(order, "APPROVED", 0);

		assertThat(isFound(order, "PLACED")).isTrue();
	}

	@Test
	void aRefundOnlyOurPaymentsHaveIsFound() {
		var paid = paid(AMOUNT);
		jdbc.sql("update payments set refunded = amount, status = 'REFUNDED', refund_state = 'DONE' where id = ?")
			.param(paid.id())
			.update();

		assertThat(isFound(paid.order(), "EXPIRED")).isTrue();
	}

	@Test
	void aPaymentThatStaysUnknownIsFound() {
		var order = anOrder(AMOUNT);
		plant(order, "UNKNOWN", 0);

		assertThat(isFound(order, "EXPIRED")).isTrue();
	}

	@Test
	void aChargeBookedTwiceIsFound() {
		var paid = paid(AMOUNT);
		post(paid, "CHARGED", AMOUNT);

		assertThat(isFound(paid.order(), "PLACED")).isTrue();
	}

	@Test
	void aRefundOnlyTheLedgerHasIsFound() {
		var paid = paid(AMOUNT);
		post(paid, "REFUNDED", -AMOUNT);

		assertThat(isFound(paid.order(), "EXPIRED")).isTrue();
		assertThat(isFound(paid.order(), "PLACED")).isTrue();
	}

	@Test
	void aRefundTheLedgerHasNotIsFound() {
		var order = anOrder(AMOUNT);
		var key = PROVIDER.widget(order, AMOUNT);
		PROVIDER.confirm(key, order, AMOUNT);
		PROVIDER.cancel(key, AMOUNT);
		plant(order, "REFUNDED", AMOUNT);

		assertThat(isFound(order, "EXPIRED")).isTrue();
	}

	private boolean isFound(UUID order, String end) {
		return broken(order, end, AMOUNT);
	}

	private boolean broken(UUID order, String end, long amount) {
		return !Agreement.of(PROVIDER.books(), jdbc).broken(Map.of(order, new End(end, amount))).isEmpty();
	}

	private void plant(UUID order, String status, long refunded) {
		jdbc.sql(
				"""
						insert into payments (id, order_id, member_id, status, currency, amount, refunded, payment_key, request_key,
							requested_at, approved_at, updated_at, version)
						values (uuidv7(), :order, uuidv7(), :status, 'KRW', :amount, :refunded, 'planted-' || :order, 'planted',
							now(), case when :status = 'UNKNOWN' then null else now() end, now(), 1)
						""")
			.param("order", order)
			.param("status", status)
			.param("amount", AMOUNT)
			.param("refunded", refunded)
			.update();
	}

	private void post(Paid paid, String kind, long amount) {
		jdbc.sql("""
				with posted as (
					insert into postings (id, cause, kind, order_id, payment_id, business_day, at)
					values (uuidv7(), 'planted:' || :payment, :kind, :order, :payment, date '2020-01-01', now())
					returning id
				)
				insert into entries (posting_id, account, currency, amount)
				select id, account, 'KRW', entry.amount
				from posted, (values ('PROVIDER_CLEARING', :amount), ('SHOPPER', -:amount)) as entry (account, amount)
				""")
			.param("payment", paid.id())
			.param("kind", kind)
			.param("order", paid.order())
			.param("amount", amount)
			.update();
	}

}
