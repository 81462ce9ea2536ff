package dev.jangteo.order.payment;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Gatherers;

import dev.jangteo.events.Versioned;
import dev.jangteo.order.ordering.OrderId;
import dev.jangteo.order.ordering.OrderView;
import dev.jangteo.order.ordering.SettleOrder;
import dev.jangteo.order.ordering.SettleOrder.Settlement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps what is new about payments and does what the process decides, in one transaction:
 * a crash leaves both or neither, and the notification comes again.
 */
@Component
class PaymentProcesses {

	private static final Logger logger = LoggerFactory.getLogger(PaymentProcesses.class);

	/** Few enough that nobody waits long for an order that is among them. */
	private static final int AT_ONCE = 20;

	private final KnownPayments payments;

	private final SettleOrder settleOrder;

	private final TransactionOperations transactions;

	private final Counter distrusted;

	PaymentProcesses(KnownPayments payments, SettleOrder settleOrder, TransactionOperations transactions,
			MeterRegistry meters) {
		this.payments = payments;
		this.settleOrder = settleOrder;
		this.transactions = transactions;
		this.distrusted = Counter.builder("jangteo.orders.payments.distrusted")
			.description("Approved payments of another sum than their order's total")
			.register(meters);
	}

	// In the order of their orders, so that two batches that meet lock them one after the
	// other.
	void on(List<Versioned<PaymentTerms>> news) {
		news.stream()
			.sorted(Comparator.comparing((payment) -> payment.state().orderId()))
			.gather(Gatherers.windowFixed(AT_ONCE))
			.forEach((some) -> transactions.executeWithoutResult((_) -> some.forEach(this::follow)));
	}

	private void follow(Versioned<PaymentTerms> payment) {
		if (payments.keep(payment)) {
			settleOrder.settle(new OrderId(payment.state().orderId()), this::decide);
		}
	}

	// The payments are read while the order is ours: whoever settled it before us has
	// committed his.
	private Settlement decide(OrderView order) {
		var step = OrderPaymentProcess.on(order.status(), order.total(), payments.of(order.id()));
		return switch (step) {
			case NextStep.Wait() -> new Settlement.Nothing();
			case NextStep.Show(var payment) -> new Settlement.Show(payment);
			case NextStep.Place(var payment) -> new Settlement.Place(payment);
			case NextStep.Distrust(var payment) -> {
				distrusted.increment();
				logger.error("Order {} is not placed: another sum than its total was charged", order.id().value());
				yield new Settlement.Show(payment);
			}
		};
	}

}
