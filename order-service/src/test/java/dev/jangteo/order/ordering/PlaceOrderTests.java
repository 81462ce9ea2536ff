package dev.jangteo.order.ordering;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.jangteo.events.NotificationLog;
import dev.jangteo.order.ordering.OrderFixtures.Wish;
import dev.jangteo.order.ordering.OrderRejected.Reason;
import dev.jangteo.order.stock.InMemoryStock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.support.TransactionOperations;

import static dev.jangteo.order.ordering.OrderFixtures.DEADLINES;
import static dev.jangteo.order.ordering.OrderFixtures.MARGHERITA;
import static dev.jangteo.order.ordering.OrderFixtures.NOON;
import static dev.jangteo.order.ordering.OrderFixtures.OWNER;
import static dev.jangteo.order.ordering.OrderFixtures.SHOPPER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlaceOrderTests {

	private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

	private final InMemoryOrders orders = new InMemoryOrders();

	private final InMemoryStock stock = new InMemoryStock();

	private final List<String> published = new ArrayList<>();

	private final OrderNotifications notifications = new OrderNotifications(new Log(published), (_) -> {
	});

	private final PlaceOrder placeOrder = new PlaceOrder(stock, orders, notifications, DEADLINES);

	private final OrderSteps steps = new OrderSteps(orders, stock, notifications,
			TransactionOperations.withoutTransaction());

	@Test
	void placingTakesTheStockAndKeepsTheOrder() {
		stock.put(MARGHERITA, 3);

		var order = placeOrder.place(SHOPPER, new Wish().times(2).draft().price());

		assertThat(stock.left(MARGHERITA)).isEqualTo(1);
		assertThat(orders.find(order.id())).get().returns(OrderStatus.PLACED, Order::status);
	}

	@Test
	void tooLittleStockIsARefusalThatSaysWhatIsLeft() {
		stock.put(MARGHERITA, 1);

		assertThatExceptionOfType(OrderRejected.class)
			.isThrownBy(() -> placeOrder.place(SHOPPER, new Wish().times(2).draft().price()))
			.returns(Reason.SOLD_OUT, OrderRejected::reason)
			.satisfies((rejected) -> assertThat(rejected.facts()).containsEntry("available", 1)
				.containsEntry("productId", MARGHERITA.value()));
	}

	@Test
	void whatIsRejectedGivesItsStockBackAndSaysSoOnce() {
		stock.put(MARGHERITA, 3);
		var order = placeOrder.place(SHOPPER, new Wish().times(2).draft().price());
		var answer = new AnswerOrder(steps, CLOCK);
		var tooBusy = new Rejection(Rejection.Reason.TOO_BUSY, null);

		answer.reject(new MemberId(OWNER), order.id(), tooBusy);
		answer.reject(new MemberId(OWNER), order.id(), tooBusy);

		assertThat(stock.left(MARGHERITA)).isEqualTo(3);
		assertThat(published).containsExactly("order rejected 2");
	}

	@Test
	void anotherOwnersOrShoppersOrderIsNotThere() {
		var order = placeOrder.place(SHOPPER, new Wish().draft().price());

		assertThat(new AnswerOrder(steps, CLOCK).accept(SHOPPER, order.id(), 20)).isEmpty();
		assertThat(new CancelOrder(steps, CLOCK).cancel(new MemberId(OWNER), order.id())).isEmpty();
		assertThat(new CancelOrder(steps, CLOCK).cancel(SHOPPER, OrderId.next())).isEmpty();
	}

	/** Writes down what is appended. */
	private record Log(List<String> entries) implements NotificationLog {

		@Override
		public void append(String aggregate, String change, UUID subject, long version) {
			entries.add("%s %s %d".formatted(aggregate, change, version));
		}

		@Override
		public @Nullable String appending() {
			return null;
		}

	}

}
