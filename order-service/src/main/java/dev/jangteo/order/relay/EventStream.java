package dev.jangteo.order.relay;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.jangteo.order.ordering.OrderId;
import dev.jangteo.order.ordering.OrderView;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The writing end of a stream. Sends each state of an order once, as far back as it
 * remembers, and never an older one after a newer.
 */
class EventStream {

	private static final Duration RECONNECT = Duration.ofSeconds(2);

	private static final int REMEMBERED = 2000;

	private final SseEmitter emitter;

	private final Map<OrderId, Sent> sent = new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<OrderId, Sent> eldest) {
			return size() > REMEMBERED;
		}

	};

	EventStream(SseEmitter emitter) {
		this.emitter = emitter;
	}

	/** Sends the headers at once, so that the reader knows it is connected. */
	void open() throws IOException {
		emitter.send(SseEmitter.event().reconnectTime(RECONNECT.toMillis()).comment("connected"));
	}

	/**
	 * Sends an order, unless it was sent.
	 * @param id to resume at, {@code null}: the one before stays
	 */
	void send(OrderView order, @Nullable String id) throws IOException {
		var before = sent.get(order.id());
		if (before != null && before.version() >= order.version()) {
			if (id != null) {
				beat(id);
			}
			return;
		}
		var event = SseEmitter.event().name("order").data(order, MediaType.APPLICATION_JSON);
		emitter.send((id != null) ? event.id(id) : event);
		sent.put(order.id(), new Sent(order.version(), !order.status().isFinal()));
	}

	/** Sends an event of the stream itself. */
	void send(String name, Object data, String id) throws IOException {
		emitter.send(SseEmitter.event().name(name).id(id).data(data, MediaType.APPLICATION_JSON));
	}

	/** Shows that the stream lives, and moves the place to resume at. */
	void beat(@Nullable String id) throws IOException {
		var event = SseEmitter.event().comment("heartbeat");
		emitter.send((id != null) ? event.id(id) : event);
	}

	/** How many orders were sent that are still open. */
	long openOrders() {
		return sent.values().stream().filter(Sent::open).count();
	}

	/** Takes an order as sent in a version the reader says to have. */
	void seen(OrderId order, long version) {
		sent.put(order, new Sent(version, true));
	}

	private record Sent(long version, boolean open) {
	}

}
