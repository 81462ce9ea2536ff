package dev.jangteo.order.ordering;

import java.time.Duration;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import static dev.jangteo.order.ordering.OrderFixtures.NOON;
import static dev.jangteo.order.ordering.OrderFixtures.aPlacedOrder;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link Orders} does.
 */
interface OrdersContract {

	Orders orders();

	/** Runs work in a transaction of its own. */
	<T> T inTransaction(Supplier<T> work);

	@Test
	default void whatWasAddedIsFoundAsItWas() {
		var order = aPlacedOrder();

		inTransaction(() -> {
			orders().add(order);
			return order;
		});

		var found = inTransaction(() -> orders().find(order.id()).orElseThrow().view());
		assertThat(found).isEqualTo(order.view());
		assertThat(inTransaction(() -> orders().find(OrderId.next()))).isEmpty();
	}

	@Test
	default void eachStepThatIsStoredIsOneVersionMore() {
		var order = added(aPlacedOrder());

		var second = inTransaction(() -> {
			var mine = orders().find(order.id()).orElseThrow();
			mine.accept(20, NOON);
			return orders().store(mine);
		});
		var third = inTransaction(() -> {
			var mine = orders().find(order.id()).orElseThrow();
			mine.dispatch(NOON);
			return orders().store(mine);
		});

		assertThat(second).isEqualTo(2);
		assertThat(third).isEqualTo(3);
		assertThat(inTransaction(() -> orders().find(order.id()).orElseThrow().status()))
			.isEqualTo(OrderStatus.DISPATCHED);
	}

	@Test
	default void onlyOrdersWhoseTimeIsOverAreFoundAsExpired() {
		var order = added(aPlacedOrder());

		assertThat(orders().expired(NOON.plus(Duration.ofMinutes(4)), 10)).isEmpty();
		assertThat(orders().expired(NOON.plus(Duration.ofMinutes(5)), 10)).containsExactly(order.id());
		inTransaction(() -> {
			var mine = orders().findIdle(order.id()).orElseThrow();
			mine.expire(NOON.plus(Duration.ofMinutes(5)));
			return orders().store(mine);
		});
		assertThat(orders().expired(NOON.plus(Duration.ofMinutes(5)), 10)).isEmpty();
	}

	private Order added(Order order) {
		return inTransaction(() -> {
			orders().add(order);
			return order;
		});
	}

}
