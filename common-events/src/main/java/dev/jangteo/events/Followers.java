package dev.jangteo.events;

import java.util.Collection;
import java.util.UUID;

/** The followers of this service. */
public interface Followers {

	/**
	 * Ask the owner now and apply the answer, for an aggregate the copy does not know
	 * yet. Not to be called within a transaction.
	 * @param name the follower's name
	 * @param ids at most 100
	 * @return whether the owner has all of them
	 * @throws OwnerUnavailable if the owner does not answer in time
	 * @throws IllegalStateException within a transaction
	 */
	boolean bring(String name, Collection<UUID> ids);

}
