package dev.jangteo.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Takes webhooks as a merchant does.
 */
final class Receiver implements AutoCloseable {

	private final HttpServer server;

	private final List<Told> told = new CopyOnWriteArrayList<>();

	private volatile int status = 200;

	Receiver() {
		try {
			server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		server.createContext("/", this::take);
		server.start();
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks");
	}

	void answers(int status) {
		this.status = status;
	}

	List<Told> told() {
		return List.copyOf(told);
	}

	@Override
	public void close() {
		server.stop(0);
	}

	private void take(HttpExchange exchange) throws IOException {
		var headers = exchange.getRequestHeaders();
		told.add(new Told(headers.getFirst("tosspayments-webhook-transmission-id"),
				Integer.parseInt(headers.getFirst("tosspayments-webhook-transmission-retried-count")),
				new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
		exchange.sendResponseHeaders(status, -1);
		exchange.close();
	}

	/**
	 * A webhook that came.
	 */
	record Told(String id, int retries, String body) {

		String orderId() {
			return Merchant.JSON.readTree(body).at("/data/orderId").asString();
		}

		String status() {
			return Merchant.JSON.readTree(body).at("/data/status").asString();
		}

	}

}
