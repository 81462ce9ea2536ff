package dev.jangteo.search.copy;

import java.util.UUID;

import dev.jangteo.events.Follower;

/** A follower whose index may have missed something. */
interface Owing {

	Pair pair();

	/**
	 * The follower's name is where its debts are paid; see {@link Follower#followed()}.
	 */
	default String follower() {
		return ((Follower<?>) this).followed().name();
	}

	/** See {@link Follower#remove}. */
	void remove(UUID id, long version);

}
