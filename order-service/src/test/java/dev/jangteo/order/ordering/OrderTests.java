package dev.jangteo.order.ordering;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static dev.jangteo.order.ordering.OrderFixtures.DEADLINES;
import static dev.jangteo.order.ordering.OrderFixtures.NOON;
import static dev.jangteo.order.ordering.OrderFixtures.aCancelledOrder;
import static dev.jangteo.order.ordering.OrderFixtures.aDeliveredOrder;
import static dev.jangteo.order.ordering.OrderFixtures.aPlacedOrder;
import static dev.jangteo.order.ordering.OrderFixtures.anUnpaidOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OrderTests {

	private static final OrderPayment APPROVED = new OrderPayment(OrderPayment.Status.APPROVED,
			OrderPayment.Refund.NONE);

	private static final Map<OrderStatus, Supplier<Order>> ORDERS = Map.of(OrderStatus.PENDING_PAYMENT,
			OrderFixtures::anUnpaidOrder, OrderStatus.PLACED, OrderFixtures::aPlacedOrder, OrderStatus.ACCEPTED,
			OrderFixtures::anAcceptedOrder, OrderStatus.DISPATCHED, OrderFixtures::aDispatchedOrder,
			OrderStatus.DELIVERED, OrderFixtures::aDeliveredOrder, OrderStatus.REJECTED, OrderFixtures::aRejectedOrder,
			OrderStatus.CANCELLED, OrderFixtures::aCancelledOrder, OrderStatus.EXPIRED, OrderFixtures::anExpiredOrder);

	private static final List<Verb> VERBS = List.of(
			new Verb("paid", OrderStatus.PLACED, EnumSet.of(OrderStatus.PENDING_PAYMENT),
					(order) -> order.pay(APPROVED, NOON, DEADLINES)),
			new Verb("accepted", OrderStatus.ACCEPTED, EnumSet.of(OrderStatus.PLACED),
					(order) -> order.accept(20, NOON)),
			new Verb("rejected", OrderStatus.REJECTED, EnumSet.of(OrderStatus.PLACED),
					(order) -> order.reject(new Rejection(Rejection.Reason.CLOSING, null), NOON)),
			new Verb("dispatched", OrderStatus.DISPATCHED, EnumSet.of(OrderStatus.ACCEPTED),
					(order) -> order.dispatch(NOON)),
			new Verb("delivered", OrderStatus.DELIVERED, EnumSet.of(OrderStatus.DISPATCHED),
					(order) -> order.deliver(NOON)),
			new Verb("cancelled", OrderStatus.CANCELLED, EnumSet.of(OrderStatus.PENDING_PAYMENT, OrderStatus.PLACED),
					(order) -> order.cancel(NOON)));

	@TestFactory
	Stream<DynamicTest> everyVerbMovesRepeatsOrRefuses() {
		return VERBS.stream()
			.flatMap((verb) -> ORDERS.entrySet()
				.stream()
				.map((entry) -> DynamicTest.dynamicTest("%s while %s".formatted(verb.name(), entry.getKey()),
						() -> verb.check(entry.getKey(), entry.getValue().get()))));
	}

	@Test
	void aPlacedOrderExpiresAfterFiveMinutesAndNotBefore() {
		var order = aPlacedOrder();

		assertThat(order.expire(NOON.plus(Duration.ofMinutes(5)).minusNanos(1))).isEmpty();
		assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
		assertThat(order.expire(NOON.plus(Duration.ofMinutes(5)))).isPresent();
		assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
		assertThat(order.expire(NOON.plus(Duration.ofMinutes(6)))).isEmpty();
	}

	@Test
	void anUnpaidOrderExpiresAfterTenMinutesAndAPaidOneWaitsForItsAnswerAgain() {
		var paid = anUnpaidOrder();
		paid.pay(APPROVED, NOON.plus(Duration.ofMinutes(9)), DEADLINES);

		assertThat(anUnpaidOrder().expire(NOON.plus(Duration.ofMinutes(9)))).isEmpty();
		assertThat(anUnpaidOrder().expire(NOON.plus(Duration.ofMinutes(10)))).isPresent();
		assertThat(paid.expire(NOON.plus(Duration.ofMinutes(13)))).isEmpty();
		assertThat(paid.expire(NOON.plus(Duration.ofMinutes(14)))).isPresent();
	}

	@Test
	void everyOrderShowsWhatBecomesOfItsPaymentOnce() {
		ORDERS.forEach((status, supplier) -> {
			var order = supplier.get();
			assertThat(order.show(APPROVED, NOON)).as(status.name()).isPresent();
			assertThat(order.show(APPROVED, NOON)).as(status.name()).isEmpty();
			assertThat(order.status()).isEqualTo(status);
		});
	}

	@Test
	void whatWasPaidForAnOrderThatCameToNothingIsShownAsGoingBack() {
		var cancelled = aCancelledOrder();
		var delivered = aDeliveredOrder();
		cancelled.show(APPROVED, NOON);
		delivered.show(APPROVED, NOON);

		assertThat(cancelled.view().payment()).returns(OrderPayment.Refund.REQUESTED, OrderPayment::refund);
		assertThat(cancelled.view().isOver()).isFalse();
		assertThat(delivered.view().payment()).returns(OrderPayment.Refund.NONE, OrderPayment::refund);
		assertThat(delivered.view().isOver()).isTrue();

		cancelled.show(new OrderPayment(OrderPayment.Status.REFUNDED, OrderPayment.Refund.DONE), NOON);
		assertThat(cancelled.view().isOver()).isTrue();
	}

	@Test
	void anAnsweredOrderNeverExpires() {
		for (var status : EnumSet.complementOf(EnumSet.of(OrderStatus.PENDING_PAYMENT, OrderStatus.PLACED))) {
			var order = ORDERS.get(status).get();
			assertThat(order.expire(NOON.plus(Duration.ofDays(1)))).isEmpty();
			assertThat(order.status()).isEqualTo(status);
		}
	}

	@Test
	void stockIsFreeAgainUnlessTheOrderGoesOn() {
		var frees = Stream.<Function<Order, Optional<OrderEvent>>>of((order) -> order.cancel(NOON),
				(order) -> order.reject(new Rejection(Rejection.Reason.OTHER, "no dough"), NOON),
				(order) -> order.expire(NOON.plus(Duration.ofHours(1))));

		assertThat(frees.map((verb) -> verb.apply(aPlacedOrder()).orElseThrow())).allMatch(OrderEvent::freesStock);
		assertThat(aPlacedOrder().accept(20, NOON).orElseThrow().freesStock()).isFalse();
	}

	@Test
	void aShopDoesNotSeeAnOrderBeforeItIsPaid() {
		var owner = new MemberId(OrderFixtures.OWNER);

		assertThat(anUnpaidOrder().isSeenBy(owner)).isFalse();
		assertThat(aPlacedOrder().isSeenBy(owner)).isTrue();
		assertThat(aPlacedOrder().isSeenBy(OrderFixtures.SHOPPER)).isFalse();
	}

	private record Verb(String name, OrderStatus target, Set<OrderStatus> from,
			Function<Order, Optional<OrderEvent>> verb) {

		private void check(OrderStatus status, Order order) {
			if (from.contains(status)) {
				assertThat(verb.apply(order)).get().returns(name, OrderEvent::name);
				assertThat(order.status()).isEqualTo(target);
			}
			else if (status == target) {
				assertThat(verb.apply(order)).isEmpty();
				assertThat(order.status()).isEqualTo(status);
			}
			else {
				assertThatExceptionOfType(TransitionRefused.class).isThrownBy(() -> verb.apply(order))
					.returns(status, TransitionRefused::status);
				assertThat(order.status()).isEqualTo(status);
			}
		}

	}

}
