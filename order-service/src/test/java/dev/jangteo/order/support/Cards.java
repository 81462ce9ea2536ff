package dev.jangteo.order.support;

import java.io.IOException;
import java.time.Duration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.jangteo.testing.Neighbours;

/**
 * What payment-service answers to the question whether cards can be charged.
 */
public enum Cards implements HttpHandler {

	CAN_BE_CHARGED, CANNOT_BE_CHARGED, FAIL, SAY_NOTHING;

	/** Where it is asked. */
	public static final String PATH = "/internal/payments/availability";

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		switch (this) {
			case CAN_BE_CHARGED -> Neighbours.send(exchange, 200, "{\"available\":true}");
			case CANNOT_BE_CHARGED -> Neighbours.send(exchange, 200, "{\"available\":false}");
			case FAIL -> Neighbours.send(exchange, 503, "{}");
			case SAY_NOTHING -> {
				try {
					Thread.sleep(Duration.ofSeconds(10));
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
				exchange.close();
			}
		}
	}

}
