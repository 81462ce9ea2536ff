package dev.jangteo.order.ordering.web;

import dev.jangteo.order.ordering.OrderRejected;
import dev.jangteo.order.ordering.OrderView;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * The shop floor in figures: orders, their money, and what is refused. An order counts
 * when it is placed, a moment before its transaction ends.
 */
@Component
class OrderMeters {

	private final MeterRegistry registry;

	OrderMeters(MeterRegistry registry) {
		this.registry = registry;
		// Known before the first one, so that a rate of it can be asked for.
		for (var reason : OrderRejected.Reason.values()) {
			refusals(reason);
		}
	}

	void placed(OrderView order) {
		DistributionSummary.builder("jangteo.orders.placed")
			.description("Orders placed, and their totals")
			.tag("method", order.paymentMethod().name())
			.tag("currency", order.total().currency().getCurrencyCode())
			.register(registry)
			.record(order.total().amount().doubleValue());
	}

	void refused(OrderRejected.Reason reason) {
		refusals(reason).increment();
	}

	private Counter refusals(OrderRejected.Reason reason) {
		return Counter.builder("jangteo.orders.refused")
			.description("Orders that a rule has refused")
			.tag("reason", reason.name())
			.register(registry);
	}

}
