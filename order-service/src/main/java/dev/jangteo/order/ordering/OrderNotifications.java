package dev.jangteo.order.ordering;

import dev.jangteo.events.NotificationLog;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The way out for what has happened to an order.
 */
@Component
class OrderNotifications {

	private final NotificationLog log;

	private final ApplicationEventPublisher events;

	OrderNotifications(NotificationLog log, ApplicationEventPublisher events) {
		this.log = log;
		this.events = events;
	}

	/** A new order; its notification has gone with its row. */
	void placed(OrderId order) {
		events.publishEvent(new OrderChanged(order));
	}

	void publish(OrderEvent event, long version) {
		log.append("order", event.name(), event.order().value(), version);
		events.publishEvent(new OrderChanged(event.order()));
	}

}
