package dev.jangteo.servers;

/**
 * How long a started process lives.
 */
public enum Lifetime {

	/**
	 * At most as long as the JVM that started it, even if that one is killed.
	 */
	WITH_THIS_JVM,

	/**
	 * Until it is stopped, whatever becomes of the JVM that started it.
	 */
	UNTIL_STOPPED

}
