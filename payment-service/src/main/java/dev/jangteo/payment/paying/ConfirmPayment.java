package dev.jangteo.payment.paying;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.jangteo.defaults.Problem;
import dev.jangteo.payment.orders.AskOrders;
import dev.jangteo.payment.orders.OrderTerms;
import dev.jangteo.payment.paying.PaymentRejected.Reason;
import dev.jangteo.payment.provider.Decline;
import dev.jangteo.payment.provider.PaymentProvider;
import dev.jangteo.payment.provider.ProviderAnswer;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * A shopper pays an order. The request is committed before the provider is called, and
 * the outcome after: whatever breaks in between is found by the row that was left.
 */
@Service
public class ConfirmPayment {

	private final AskOrders orders;

	private final Payments payments;

	private final PaymentSteps steps;

	private final PaymentProvider provider;

	private final PaymentSettings settings;

	private final Clock clock;

	ConfirmPayment(AskOrders orders, Payments payments, PaymentSteps steps, PaymentProvider provider,
			PaymentSettings settings, Clock clock) {
		this.orders = orders;
		this.payments = payments;
		this.steps = steps;
		this.provider = provider;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Pays, or answers how it stands when the same was asked before.
	 * @return empty when there is no such order, or it is another's
	 * @throws PaymentRejected when a rule refuses
	 * @throws dev.jangteo.events.OwnerUnavailable when order-service does not answer
	 */
	public Optional<PaymentView> confirm(Confirmation wanted) {
		var before = payments.findRequested(wanted.member(), wanted.requestKey());
		if (before.isPresent()) {
			return Optional.of(again(before.get(), wanted));
		}
		return orders.ask(wanted.order()).filter((order) -> order.memberId().equals(wanted.member())).map((order) -> {
			var earlier = precedent(wanted);
			if (earlier.isPresent()) {
				return earlier.get();
			}
			ConfirmationPolicy.refusal(wanted, order).ifPresent((reason) -> {
				throw new PaymentRejected(reason);
			});
			return pay(wanted, order);
		});
	}

	private PaymentView pay(Confirmation wanted, OrderTerms order) {
		var payment = Payment.request(wanted, order.category(), clock.instant());
		try {
			steps.begin(payment);
		}
		catch (DuplicateKeyException ex) {
			// Somebody was faster: a twin, or another try to pay the same order.
			return payments.findRequested(wanted.member(), wanted.requestKey())
				.map((twin) -> again(twin, wanted))
				.or(() -> precedent(wanted))
				.orElseThrow(() -> ex);
		}
		var answer = provider.charge(payment.charge());
		return steps.conclude(payment.id(), List.of(new Called(Called.Kind.CONFIRM, answer)), 0,
				(held, now) -> conclude(held, answer, now));
	}

	static List<PaymentEvent> conclude(Payment payment, ProviderAnswer answer, Instant now) {
		return switch (answer) {
			case ProviderAnswer.Told told -> {
				var facts = new ArrayList<>(payment.learn(told.payment(), now));
				payment.lose(now).ifPresent(facts::add);
				yield facts;
			}
			case ProviderAnswer.Refused refused -> payment.decline(refused.decline(), now).stream().toList();
			case ProviderAnswer.Absent __ -> payment.decline(Decline.SESSION_OVER, now).stream().toList();
			case ProviderAnswer.OurFault __ -> payment.decline(Decline.OUR_FAULT, now).stream().toList();
			case ProviderAnswer.NotSent __ -> payment.decline(Decline.NOT_SENT, now).stream().toList();
			case ProviderAnswer.Silent __ -> payment.lose(now).stream().toList();
		};
	}

	private Optional<PaymentView> precedent(Confirmation wanted) {
		var tries = payments.of(wanted.order());
		var same = tries.stream()
			.filter((payment) -> payment.key().equals(wanted.key()) && payment.declined() != Decline.NOT_SENT)
			.findFirst();
		if (same.isPresent()) {
			return Optional.of(again(same.get(), wanted));
		}
		tries.stream().filter((payment) -> payment.status() != PaymentStatus.DECLINED).forEach((payment) -> {
			throw payment.status().isOpen() ? running() : new PaymentRejected(Reason.ALREADY_PAID);
		});
		return Optional.empty();
	}

	private PaymentView again(Payment payment, Confirmation wanted) {
		if (!payment.wants(wanted)) {
			throw Problem.unprocessable("idempotency-key-reused", "This Idempotency-Key was used for another request.");
		}
		if (payment.status() == PaymentStatus.REQUESTED
				&& clock.instant().isBefore(payment.requestedAt().plus(settings.patience()))) {
			throw Problem.conflict("twin-running", "The same request is still being worked on.");
		}
		return payment.view();
	}

	private static Problem running() {
		return Problem.conflict("payment-running",
				"This order is being paid already, and it is not known yet with what outcome.");
	}

}
