package dev.jangteo.payment.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for what is ended and started again on the same one.
 */
public final class Ports {

	// Below those the system gives to outgoing connections: nobody takes one meanwhile.
	private static final AtomicInteger NEXT = new AtomicInteger(
			20000 + (int) (ProcessHandle.current().pid() * 16 % 8000));

	private Ports() {
	}

	/** A free one the system gives to nobody. */
	public static int notGivenAway() {
		while (true) {
			try (var free = new ServerSocket(NEXT.getAndIncrement(), 1, InetAddress.getLoopbackAddress())) {
				return free.getLocalPort();
			}
			catch (IOException ex) {
				// Taken; the next one.
			}
		}
	}

}
