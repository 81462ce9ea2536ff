package dev.jangteo.sandbox;

/**
 * How a call ends for its caller.
 */
sealed interface Reply permits Answer, Reply.Silence {

	/** The line is cut, with nothing said. */
	record Silence() implements Reply {

	}

}
