package dev.jangteo.order.ordering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import dev.jangteo.events.NotificationLog;
import dev.jangteo.order.stock.InMemoryStock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionOperations;

import static dev.jangteo.order.ordering.OrderFixtures.NOON;
import static dev.jangteo.order.ordering.OrderFixtures.aPlacedOrder;
import static dev.jangteo.order.ordering.OrderFixtures.anAcceptedOrder;
import static dev.jangteo.order.ordering.OrderFixtures.anUnpaidOrder;
import static org.assertj.core.api.Assertions.assertThat;

class ExpireOrdersTests {

	private final InMemoryOrders orders = new InMemoryOrders();

	@Test
	void whatWaitsTooLongExpiresAndNothingElseDoes() {
		var unanswered = added(aPlacedOrder());
		var unpaid = added(anUnpaidOrder());
		var accepted = added(anAcceptedOrder());

		sweep(new InMemoryStock(), NOON.plus(Duration.ofMinutes(5)));
		assertThat(unanswered.status()).isEqualTo(OrderStatus.EXPIRED);
		assertThat(unpaid.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);

		sweep(new InMemoryStock(), NOON.plus(Duration.ofMinutes(10)));
		assertThat(unpaid.status()).isEqualTo(OrderStatus.EXPIRED);
		assertThat(accepted.status()).isEqualTo(OrderStatus.ACCEPTED);
	}

	@Test
	void oneThatFailsHoldsUpNoOther() {
		var failing = added(aPlacedOrder());
		var next = added(aPlacedOrder());

		sweep(new InMemoryStock() {

			@Override
			public void giveBack(UUID order, Instant when) {
				if (order.equals(failing.id().value())) {
					throw new IllegalStateException("the books are wrong");
				}
			}

		}, NOON.plus(Duration.ofMinutes(5)));

		assertThat(next.status()).isEqualTo(OrderStatus.EXPIRED);
	}

	private Order added(Order order) {
		orders.add(order);
		return order;
	}

	private void sweep(InMemoryStock stock, Instant when) {
		var notifications = new OrderNotifications(new SilentLog(), (_) -> {
		});
		var steps = new OrderSteps(orders, stock, notifications, TransactionOperations.withoutTransaction());
		new ExpireOrders(orders, steps, Clock.fixed(when, ZoneOffset.UTC)).sweep();
	}

	private record SilentLog() implements NotificationLog {

		@Override
		public void append(String aggregate, String change, UUID subject, long version) {
		}

		@Override
		public @Nullable String appending() {
			return null;
		}

	}

}
