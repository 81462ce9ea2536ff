package dev.jangteo.order.payment;

import dev.jangteo.defaults.ServiceClients;
import dev.jangteo.order.ordering.CardPayments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Asks payment-service whether cards can be charged, through a client of its own: what
 * holds up the following of payments does not hold up this question, nor the other way
 * round. No address, no answer in time, or any answer but a plain yes mean no.
 */
@Component
class CardAvailability implements CardPayments {

	private static final Logger logger = LoggerFactory.getLogger(CardAvailability.class);

	private static final String CLIENT = "payment-availability";

	private final ServiceClients clients;

	CardAvailability(ServiceClients clients) {
		this.clients = clients;
	}

	@Override
	public boolean areAvailable() {
		try {
			var answer = clients.named(CLIENT)
				.get()
				.uri("/internal/payments/availability")
				.retrieve()
				.body(Availability.class);
			return answer != null && answer.available();
		}
		catch (RestClientException | IllegalArgumentException ex) {
			logger.debug("Cards cannot be charged: {}", ex.toString());
			return false;
		}
	}

	// The first question of a process takes longer than an order waits for the answer.
	@EventListener
	void on(ApplicationReadyEvent ready) {
		Thread.ofVirtual().name("card-availability").start(this::areAvailable);
	}

	private record Availability(boolean available) {
	}

}
