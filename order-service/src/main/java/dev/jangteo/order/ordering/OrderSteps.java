package dev.jangteo.order.ordering;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.jangteo.order.stock.Stock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One step of an order's life in one transaction: its row, the stock it frees and its
 * notification. Whoever races for the same order waits here for the other.
 */
@Component
class OrderSteps {

	private final Orders orders;

	private final Stock stock;

	private final OrderNotifications notifications;

	private final TransactionOperations transactions;

	OrderSteps(Orders orders, Stock stock, OrderNotifications notifications, TransactionOperations transactions) {
		this.orders = orders;
		this.stock = stock;
		this.notifications = notifications;
		this.transactions = transactions;
	}

	/**
	 * Takes a step.
	 * @param theirs whether the order is the caller's
	 * @return the order as it then stands; empty when there is none, or none of theirs
	 * @throws TransitionRefused when the order does not allow the step
	 */
	Optional<OrderView> take(OrderId id, Predicate<Order> theirs, Function<Order, Optional<OrderEvent>> step) {
		return inTransaction(() -> orders.find(id).filter(theirs).map((order) -> {
			step.apply(order).ifPresent((event) -> record(order, event));
			return order.view();
		}));
	}

	/** Ends an order whose time is over, unless somebody else is working on it. */
	Optional<OrderView> expire(OrderId id, Instant when) {
		return inTransaction(() -> orders.findIdle(id).map((order) -> {
			order.expire(when).ifPresent((event) -> record(order, event));
			return order.view();
		}));
	}

	private void record(Order order, OrderEvent event) {
		var version = orders.store(order);
		if (event.freesStock()) {
			stock.giveBack(order.id().value(), event.when());
		}
		notifications.publish(event, version);
	}

	private <T> Optional<T> inTransaction(Supplier<Optional<T>> work) {
		return transactions.execute((_) -> work.get());
	}

}
