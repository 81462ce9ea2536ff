package dev.jangteo.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Redis. When durable, every write is in the append-only file before it is answered, and
 * on the disk within a second.
 */
public final class RedisServer extends Server {

	private static final int PATIENCE_MILLIS = 1000;

	private final boolean durable;

	public RedisServer(int port, Path folder, ServerOptions options) {

		super("redis", port, folder, options.lifetime());

		this.durable = options.durable();
	}

	public String url() {
		return "redis://127.0.0.1:" + port();
	}

	@Override
	public boolean answers() {

		try (var socket = new Socket()) {

			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), PATIENCE_MILLIS);
			socket.setSoTimeout(PATIENCE_MILLIS);
			socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));

			return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
		}
		catch (IOException e) {
			return false;
		}
	}

	@Override
	List<String> command() {

		var command = new ArrayList<>(
				List.of(Natives.redis().toString(), "--port", Integer.toString(port()), "--bind", "127.0.0.1", "--dir",
						folder().toString(), "--maxmemory", "256mb", "--maxmemory-policy", "noeviction", "--save", ""));

		command.addAll(List.of("--appendonly", "yes", "--appendfsync", this.durable ? "everysec" : "no"));
		return command;
	}

}
