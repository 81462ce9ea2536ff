package dev.jangteo.events;

import org.springframework.web.client.RestClient;

/**
 * Clients for the services that own what is followed. Each has its base URL from
 * configuration, bounded waits and the caller's own credentials.
 */
public interface OwnerClients {

	/**
	 * The client of an owner.
	 * @param owner key in {@code jangteo.clients}
	 */
	RestClient forOwner(String owner);

}
