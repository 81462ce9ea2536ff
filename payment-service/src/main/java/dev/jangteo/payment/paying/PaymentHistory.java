package dev.jangteo.payment.paying;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.jangteo.payment.orders.AskOrders;
import dev.jangteo.payment.orders.KnownOrders;
import dev.jangteo.payment.orders.MemberId;
import dev.jangteo.payment.orders.OrderId;

import org.springframework.stereotype.Component;

/**
 * The read side: payments of a shopper.
 */
@Component
public class PaymentHistory {

	private final Payments payments;

	private final KnownOrders known;

	private final AskOrders orders;

	private final ProviderCalls calls;

	PaymentHistory(Payments payments, KnownOrders known, AskOrders orders, ProviderCalls calls) {
		this.payments = payments;
		this.calls = calls;
		this.known = known;
		this.orders = orders;
	}

	/** A payment, whosever it is. */
	public Optional<PaymentView> find(PaymentId id) {
		return payments.find(id).map(Payment::view);
	}

	/** What was tried with the provider, in order. */
	public List<Tried> tried(PaymentId id) {
		return calls.of(id).stream().map((call) -> new Tried(call.call().name(), call.outcome(), call.at())).toList();
	}

	public Optional<PaymentView> findOf(MemberId member, PaymentId id) {
		return payments.find(id).map(Payment::view).filter((payment) -> payment.memberId().equals(member));
	}

	/**
	 * All tries of a member to pay an order, the newest first.
	 * @return empty when there is no such order, or it is another's
	 * @throws dev.jangteo.events.OwnerUnavailable when we do not know the order and
	 * order-service does not answer
	 */
	public Optional<List<PaymentView>> of(MemberId member, OrderId order) {
		var tries = payments.of(order).stream().map(Payment::view).toList();
		if (!tries.isEmpty()) {
			return Optional.of(tries).filter((all) -> all.getFirst().memberId().equals(member));
		}
		return known.find(order)
			.or(() -> orders.ask(order))
			.filter((terms) -> terms.memberId().equals(member))
			.map((_) -> List.of());
	}

	/**
	 * A call to the provider.
	 *
	 * @param outcome in a word
	 */
	public record Tried(String call, String outcome, Instant at) {
	}

}
