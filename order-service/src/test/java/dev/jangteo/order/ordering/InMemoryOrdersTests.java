package dev.jangteo.order.ordering;

import java.util.function.Supplier;

class InMemoryOrdersTests implements OrdersContract {

	private final Orders orders = new InMemoryOrders();

	@Override
	public Orders orders() {
		return orders;
	}

	@Override
	public <T> T inTransaction(Supplier<T> work) {
		return work.get();
	}

}
