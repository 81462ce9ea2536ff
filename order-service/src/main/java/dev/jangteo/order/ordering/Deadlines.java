package dev.jangteo.order.ordering;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an order waits before it expires.
 *
 * @param payWithin for its payment
 * @param answerWithin for the shop's answer
 */
@ConfigurationProperties("jangteo.orders")
record Deadlines(@DefaultValue("10m") Duration payWithin, @DefaultValue("5m") Duration answerWithin) {

	Instant forPayment(Instant from) {
		return from.plus(payWithin);
	}

	Instant forAnswer(Instant from) {
		return from.plus(answerWithin);
	}

}
