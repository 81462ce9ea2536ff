package dev.jangteo.order.ordering;

import java.time.Clock;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Ends orders that nobody paid or answered in time. Each is one transaction, because two
 * of them may hold the same products; several instances pass by each other's, and one
 * that fails holds up no other.
 */
@Service
class ExpireOrders {

	private static final Logger logger = LoggerFactory.getLogger(ExpireOrders.class);

	private static final int AT_ONCE = 200;

	private final Orders orders;

	private final OrderSteps steps;

	private final Clock clock;

	ExpireOrders(Orders orders, OrderSteps steps, Clock clock) {
		this.orders = orders;
		this.steps = steps;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${jangteo.orders.sweep-every:1s}")
	void sweep() {
		var now = clock.instant();
		orders.expired(now, AT_ONCE).forEach((order) -> expire(order, now));
	}

	private void expire(OrderId order, Instant now) {
		try {
			steps.expire(order, now);
		}
		catch (RuntimeException ex) {
			logger.error("Order {} cannot expire; trying again", order.value(), ex);
		}
	}

}
