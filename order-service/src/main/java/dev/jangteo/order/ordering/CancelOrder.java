package dev.jangteo.order.ordering;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Service;

/**
 * The shopper withdraws an order, until the shop has taken it.
 */
@Service
public class CancelOrder {

	private final OrderSteps steps;

	private final Clock clock;

	CancelOrder(OrderSteps steps, Clock clock) {
		this.steps = steps;
		this.clock = clock;
	}

	/**
	 * Cancels; again changes nothing.
	 * @return empty when there is no such order, or it is another's
	 * @throws TransitionRefused when it is too late
	 */
	public Optional<OrderView> cancel(MemberId member, OrderId id) {
		return steps.take(id, (order) -> order.member().equals(member), (order) -> order.cancel(clock.instant()));
	}

}
