package dev.jangteo.order.ordering;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

import org.springframework.stereotype.Service;

/**
 * What the shop does with an order. Repeating a step changes nothing and is no mistake.
 * Every verb answers empty when there is no such order, or it is another shop's, and
 * throws {@link TransitionRefused} when the order does not allow it.
 */
@Service
public class AnswerOrder {

	private final OrderSteps steps;

	private final Clock clock;

	AnswerOrder(OrderSteps steps, Clock clock) {
		this.steps = steps;
		this.clock = clock;
	}

	/**
	 * The shop takes it.
	 * @param minutes until it is ready
	 */
	public Optional<OrderView> accept(MemberId owner, OrderId id, int minutes) {
		return step(owner, id, (order, now) -> order.accept(minutes, now));
	}

	public Optional<OrderView> reject(MemberId owner, OrderId id, Rejection rejection) {
		return step(owner, id, (order, now) -> order.reject(rejection, now));
	}

	public Optional<OrderView> dispatch(MemberId owner, OrderId id) {
		return step(owner, id, Order::dispatch);
	}

	public Optional<OrderView> deliver(MemberId owner, OrderId id) {
		return step(owner, id, Order::deliver);
	}

	// The time is read while the order is ours, so that it is after whatever we waited
	// for.
	private Optional<OrderView> step(MemberId owner, OrderId id,
			BiFunction<Order, Instant, Optional<OrderEvent>> verb) {
		return steps.take(id, (order) -> order.isSeenBy(owner), (order) -> verb.apply(order, clock.instant()));
	}

}
