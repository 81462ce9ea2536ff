package dev.jangteo.search.neighbour;

import org.jspecify.annotations.Nullable;

/** A store did not answer, or may not be asked now. */
public final class NeighbourAway extends RuntimeException {

	public NeighbourAway(String neighbour, @Nullable Throwable cause) {
		// Away is an everyday answer here, so no stack is taken.
		super(neighbour + " is away" + ((cause != null) ? ": " + cause : ""), cause, false, false);
	}

}
