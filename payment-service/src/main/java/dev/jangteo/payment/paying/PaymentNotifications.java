package dev.jangteo.payment.paying;

import java.util.List;

import dev.jangteo.events.NotificationLog;

import org.springframework.stereotype.Component;

/**
 * The way out for what has happened to a payment. What happened at once leaves as one.
 */
@Component
class PaymentNotifications {

	private final NotificationLog log;

	PaymentNotifications(NotificationLog log) {
		this.log = log;
	}

	void publish(PaymentId payment, List<PaymentEvent> facts, long version) {
		log.append("payment", facts.getLast().name(), payment.value(), version);
	}

}
