package dev.jangteo.defaults;

import dev.jangteo.events.OwnerClients;

import org.springframework.web.client.RestClient;

/**
 * HTTP clients of the neighbours configured as {@code jangteo.clients.<name>.url}.
 * <p>
 * Every call has a time limit, counts against the neighbour's bulkhead and circuit
 * breaker, and carries a service token, the request id and the trace. A neighbour that is
 * away, slow or refused by its bulkhead or breaker shows as
 * {@link org.springframework.web.client.RestClientException} within the time limit; if
 * nobody catches it the client gets a 503 with {@code Retry-After}. Never call one inside
 * a database transaction.
 */
public interface ServiceClients extends OwnerClients {

	/**
	 * The client of a neighbour; always the same one for a name.
	 * @throws IllegalArgumentException when no address is configured for the name
	 */
	RestClient named(String name);

	@Override
	default RestClient forOwner(String owner) {
		return named(owner);
	}

	/**
	 * A typed client.
	 * @param client an interface with {@code @HttpExchange} methods
	 */
	<T> T create(String name, Class<T> client);

}
