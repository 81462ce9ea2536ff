package dev.jangteo.defaults.security;

import java.util.Optional;

/**
 * Where the members' public keys are kept across restarts, so that a service which starts
 * while member-service is away still knows its members.
 */
public interface KeysMemory {

	/** The keys kept last, as a JWK set. */
	Optional<String> recall();

	/** Keeps the keys instead of those kept before. */
	void keep(String keys);

}
