package dev.jangteo.order.ordering;

import java.util.Map;

import dev.jangteo.order.ordering.OrderRejected.Reason;
import dev.jangteo.order.stock.Stock;

import org.springframework.stereotype.Service;

/**
 * Places an order that was priced before, within the caller's transaction, where stock,
 * order and notification stand or fall together.
 */
@Service
public class PlaceOrder {

	private final Stock stock;

	private final Orders orders;

	private final OrderNotifications notifications;

	private final Deadlines deadlines;

	PlaceOrder(Stock stock, Orders orders, OrderNotifications notifications, Deadlines deadlines) {
		this.stock = stock;
		this.orders = orders;
		this.notifications = notifications;
		this.deadlines = deadlines;
	}

	/**
	 * Places it.
	 * @throws OrderRejected when too little is in stock; the transaction is to be rolled
	 * back
	 */
	public OrderView place(MemberId member, PricedOrder priced) {
		var order = Order.place(OrderId.next(), member, priced, deadlines);
		stock.take(order.id().value(), order.units(), priced.draft().when()).ifPresent(PlaceOrder::refuse);
		orders.add(order);
		notifications.placed(order.id());
		return order.view();
	}

	private static void refuse(Stock.Shortage shortage) {
		throw OrderRejected.because(Reason.SOLD_OUT, "Too little of a product is left.",
				Map.of("productId", shortage.product().value(), "available", shortage.available()));
	}

}
