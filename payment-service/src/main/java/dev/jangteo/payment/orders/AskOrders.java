package dev.jangteo.payment.orders;

import java.util.List;
import java.util.Optional;

import dev.jangteo.defaults.ServiceClients;
import dev.jangteo.events.OwnerUnavailable;
import dev.jangteo.events.Versioned;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Asks order-service itself. Before money moves, our copy would be too old.
 */
@Component
public class AskOrders {

	private static final ParameterizedTypeReference<Found> FOUND = new ParameterizedTypeReference<>() {
	};

	private final ServiceClients clients;

	AskOrders(ServiceClients clients) {
		this.clients = clients;
	}

	/**
	 * The order as it is now; empty when there is none.
	 * @throws OwnerUnavailable when order-service does not answer in time
	 */
	public Optional<OrderTerms> ask(OrderId order) {
		try {
			var found = clients.named("order")
				.get()
				.uri("/internal/orders?ids={id}", order.value())
				.retrieve()
				.body(FOUND);
			return (found != null) ? found.items().stream().findFirst().map(Versioned::state) : Optional.empty();
		}
		catch (RestClientException ex) {
			throw new OwnerUnavailable("order-service does not answer", ex);
		}
	}

	record Found(List<Versioned<OrderTerms>> items) {
	}

}
