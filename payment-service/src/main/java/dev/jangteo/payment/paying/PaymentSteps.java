package dev.jangteo.payment.paying;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.ledger.Books;
import dev.jangteo.payment.orders.KnownOrders;
import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.orders.OrderTerms;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One step of a payment's life in one transaction: its row, the books, what is still to
 * be done, and its notification. Whoever races for the same payment waits here for the
 * other. No step calls anybody.
 */
@Component
class PaymentSteps {

	private final Payments payments;

	private final KnownOrders orders;

	private final FollowUps followUps;

	private final ProviderCalls calls;

	private final Books books;

	private final PaymentNotifications notifications;

	private final ApplicationEventPublisher events;

	private final TransactionOperations transactions;

	private final Clock clock;

	PaymentSteps(Payments payments, KnownOrders orders, FollowUps followUps, ProviderCalls calls, Books books,
			PaymentNotifications notifications, ApplicationEventPublisher events, TransactionOperations transactions,
			Clock clock) {
		this.payments = payments;
		this.orders = orders;
		this.followUps = followUps;
		this.calls = calls;
		this.books = books;
		this.notifications = notifications;
		this.events = events;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** Writes a request down, before anybody is asked. */
	void begin(Payment payment) {
		transactions.executeWithoutResult((_) -> {
			payments.add(payment);
			followUps.begin(payment, payment.requestedAt());
		});
	}

	/**
	 * Draws the conclusion from calls that were made.
	 * @param looks how often it was looked at before
	 */
	PaymentView conclude(PaymentId id, List<Called> made, int looks, Conclusion conclusion) {
		return transactions.execute((_) -> {
			var now = clock.instant();
			var payment = payments.lock(id).orElseThrow();
			calls.add(id, made, now);
			record(payment, conclusion.apply(payment, now), looks, now);
			return payment.view();
		});
	}

	/** Takes a step with the payment of an order, within the caller's transaction. */
	void takeOf(OrderId order, Conclusion step) {
		var now = clock.instant();
		payments.lockOf(order).ifPresent((payment) -> {
			var facts = step.apply(payment, now);
			if (!facts.isEmpty()) {
				record(payment, facts, 0, now);
			}
		});
	}

	private void record(Payment payment, List<PaymentEvent> happened, int looks, Instant now) {
		var facts = new ArrayList<>(happened);
		if (facts.stream().anyMatch(PaymentEvent.Approved.class::isInstance) && isClosed(payment.order())) {
			payment.refund(RefundCause.ORDER_CLOSED, now).ifPresent(facts::add);
		}
		facts.forEach((fact) -> keep(payment, fact));
		if (!facts.isEmpty()) {
			notifications.publish(payment.id(), facts, payments.store(payment));
		}
		followUps.settle(payment, !facts.isEmpty(), looks, now);
	}

	private void keep(Payment payment, PaymentEvent fact) {
		var id = payment.id().value();
		switch (fact) {
			case PaymentEvent.Approved charged -> keepCharge(payment, charged.amount(), charged.when());
			case PaymentEvent.ChargedLate late -> keepCharge(payment, late.amount(), late.when());
			case PaymentEvent.Refunded back ->
				books.refunded(payment.order(), id, back.amount(), back.inAll(), payment.amount(), back.when());
			case PaymentEvent.Declined __ -> {
			}
			case PaymentEvent.Lost __ -> {
			}
			case PaymentEvent.RefundRequested __ -> {
			}
			case PaymentEvent.RefundFailed __ -> {
			}
		}
	}

	private void keepCharge(Payment payment, Money amount, Instant when) {
		books.charged(payment.order(), payment.id().value(), amount, payment.category(), when);
		events.publishEvent(new PaymentApproved(payment.category(), amount, when));
	}

	// Read under the payment's lock: an order that closes later finds the payment
	// approved.
	private boolean isClosed(OrderId order) {
		return orders.find(order).map(OrderTerms::status).filter((status) -> status.isClosed()).isPresent();
	}

	/**
	 * What follows for a payment.
	 */
	interface Conclusion extends BiFunction<Payment, Instant, List<PaymentEvent>> {

		/** A conclusion of at most one fact. */
		static Conclusion of(BiFunction<Payment, Instant, Optional<PaymentEvent>> verb) {
			return (payment, now) -> verb.apply(payment, now).stream().toList();
		}

	}

}
