package dev.jangteo.payment.paying;

import java.time.Instant;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.orders.MemberId;
import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.orders.OrderStatus;
import dev.jangteo.payment.orders.OrderTerms;
import dev.jangteo.payment.orders.PaymentMethod;
import dev.jangteo.payment.provider.Decline;
import dev.jangteo.payment.provider.PaymentKey;
import dev.jangteo.payment.provider.ProviderPayment;
import dev.jangteo.payment.provider.ProviderPayment.Standing;

/**
 * A payment of 18,000 and what the provider may say of it.
 */
final class PaymentFixtures {

	static final Instant NOON = Instant.parse("2026-11-20T03:00:00Z");

	static final OrderId ORDER = new OrderId(UUID.randomUUID());

	static final MemberId SHOPPER = new MemberId(UUID.randomUUID());

	static final PaymentKey KEY = new PaymentKey("tsbx_key");

	private PaymentFixtures() {
	}

	static Confirmation aConfirmation() {
		return new Confirmation(SHOPPER, "request", KEY, ORDER, won(18000));
	}

	static Payment aRequestedPayment() {
		return Payment.request(aConfirmation(), "FOOD", NOON);
	}

	static Payment anUnknownPayment() {
		var payment = aRequestedPayment();
		payment.lose(NOON);
		return payment;
	}

	static Payment anApprovedPayment() {
		var payment = aRequestedPayment();
		payment.learn(charged(0), NOON);
		return payment;
	}

	static Payment aDeclinedPayment() {
		return declined(Decline.CARD_REFUSED);
	}

	static Payment aGivenUpPayment() {
		return declined(Decline.NOT_COMPLETED);
	}

	static Payment declined(Decline reason) {
		var payment = aRequestedPayment();
		payment.decline(reason, NOON);
		return payment;
	}

	static Payment aPaymentToRefund() {
		var payment = anApprovedPayment();
		payment.refund(RefundCause.ORDER_CLOSED, NOON);
		return payment;
	}

	static ProviderPayment open() {
		return said(Standing.OPEN, KEY, 18000, 18000);
	}

	static ProviderPayment ended() {
		return said(Standing.ENDED, KEY, 18000, 18000);
	}

	/** Charged, with so much given back. */
	static ProviderPayment charged(long back) {
		return said(Standing.CHARGED, KEY, 18000, 18000 - back);
	}

	static ProviderPayment said(Standing standing, PaymentKey key, long total, long balance) {
		return new ProviderPayment(key, ORDER, standing, won(total), won(balance),
				(standing == Standing.CHARGED) ? NOON : null);
	}

	static OrderTerms anOrder(OrderStatus status, PaymentMethod method) {
		return new OrderTerms(UUID.randomUUID(), new MemberId(UUID.randomUUID()), SHOPPER, status, method, won(16000),
				won(18000), null, null);
	}

	static Money won(long amount) {
		return Money.of(amount, "KRW");
	}

}
