package dev.jangteo.order.ordering;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import dev.jangteo.order.support.ServiceTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static dev.jangteo.order.ordering.OrderFixtures.aPlacedOrder;
import static org.assertj.core.api.Assertions.assertThat;

class StoredOrdersTests extends ServiceTests implements OrdersContract {

	@Autowired
	private Orders orders;

	@Autowired
	private TransactionTemplate transactions;

	@BeforeEach
	void noOrderOfAnotherTestWaits() {
		jdbc.sql("update orders set expires_at = null where expires_at < '2021-01-01'").update();
	}

	@Override
	public Orders orders() {
		return orders;
	}

	@Override
	public <T> T inTransaction(Supplier<T> work) {
		return transactions.execute((_) -> work.get());
	}

	@Test
	void aNewOrderLeavesItsNotificationInTheSameTransaction() {
		var kept = aPlacedOrder();
		var rolledBack = aPlacedOrder();

		transactions.executeWithoutResult((_) -> orders.add(kept));
		transactions.executeWithoutResult((status) -> {
			orders.add(rolledBack);
			status.setRollbackOnly();
		});

		assertThat(notifications(kept)).isEqualTo(1);
		assertThat(notifications(rolledBack)).isZero();
	}

	@Test
	void whatSomebodyIsWorkingOnIsPassedBy() {
		var order = aPlacedOrder();
		transactions.executeWithoutResult((_) -> orders.add(order));

		inTransaction(() -> {
			assertThat(orders.find(order.id())).isPresent();
			var elsewhere = CompletableFuture.supplyAsync(() -> inTransaction(() -> orders.findIdle(order.id())));
			assertThat(elsewhere.join()).isEmpty();
			return order;
		});
		assertThat(inTransaction(() -> orders.findIdle(order.id()))).isPresent();
	}

	private int notifications(Order order) {
		return jdbc.sql("select count(*) from notification_log where subject = ?")
			.param(order.id().value())
			.query(Integer.class)
			.single();
	}

}
