package dev.jangteo.local.platform;

import java.util.List;

import dev.jangteo.servers.ServerProcess;

/**
 * One process of the platform, a server or a service.
 */
public interface Part {

	String name();

	int port();

	/**
	 * All ports it listens on.
	 */
	List<Integer> ports();

	ServerProcess process();

	/**
	 * Starts it and returns once it answers; does nothing when it does already.
	 */
	void start();

	/**
	 * Ends it in order.
	 */
	void stop();

	/**
	 * Whether it serves requests at this moment.
	 */
	boolean answers();

	default boolean isRunning() {
		return process().running().isPresent();
	}

	/**
	 * Ends it as kill -9 does.
	 */
	default void kill() {
		process().kill();
	}

	/**
	 * Lets it stand still: connections stay open and nothing answers.
	 */
	default void suspend() {
		process().suspend();
	}

	default void resume() {
		process().resume();
	}

}
