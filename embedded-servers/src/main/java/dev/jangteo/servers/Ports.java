package dev.jangteo.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports of 127.0.0.1.
 */
public final class Ports {

	private static final int PATIENCE_MILLIS = 500;

	private static final int LOWEST = 20_000;

	private static final int HIGHEST = 32_000;

	private static final int MOST_ATTEMPTS = 1000;

	private Ports() {
	}

	/**
	 * A port nobody listens on at this moment. It lies below those that systems give to
	 * outgoing connections, so that it is still free when a server comes back to it.
	 */
	public static int free() {

		for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {

			var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);

			try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return port;
			}
			catch (IOException e) {
				// Taken: another one.
			}
		}

		throw new ServerFailed("No free port was found between %d and %d.".formatted(LOWEST, HIGHEST));
	}

	/**
	 * Whether somebody accepts connections on the port.
	 */
	public static boolean inUse(int port) {

		try (var socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
			// A socket may happen to connect to itself.
			return socket.getLocalPort() != port;
		}
		catch (IOException e) {
			return false;
		}
	}

}
