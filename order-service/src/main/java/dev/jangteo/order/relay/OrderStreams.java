package dev.jangteo.order.relay;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

import dev.jangteo.order.catalog.ShopId;
import dev.jangteo.order.ordering.OrderChanges.Place;
import dev.jangteo.order.ordering.OrderView;
import dev.jangteo.order.relay.RelayCursor.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Opens streams. Each is written by a virtual thread of its own and holds neither a
 * thread of the platform nor a connection while it waits.
 */
@Component
class OrderStreams {

	private static final Logger logger = LoggerFactory.getLogger(OrderStreams.class);

	private static final int PAGE = 100;

	private final OrderFeed feed;

	private final Relay relay;

	private final RelaySettings settings;

	private final Clock clock;

	OrderStreams(OrderFeed feed, Relay relay, RelaySettings settings, Clock clock) {
		this.feed = feed;
		this.relay = relay;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Streams the orders of a shop: those not yet taken first, then the other open ones
	 * or whatever has changed since the terminal was here, then what happens.
	 * @param seen where the terminal stands, {@code null}: it is new
	 */
	SseEmitter ofShop(ShopId shop, @Nullable RelayCursor seen) {
		var subscription = feed.subscribe(shop.value());
		return start(subscription, (stream) -> {
			var place = catchUp(stream, shop, seen);
			stream.send("ready", Map.of("open", stream.openOrders()), place.encode(shop));
			follow(subscription, (order, safe) -> {
				stream.send(order, (safe != null) ? RelayCursor.at(safe).encode(shop) : null);
				return true;
			}, (settled) -> stream.beat(settled.encode(shop)));
		});
	}

	/**
	 * Streams an order until nothing can happen to it any more.
	 * @param present reads it as it is now
	 * @param seen the version the reader has, zero: none
	 */
	SseEmitter ofOrder(OrderView order, Supplier<OrderView> present, long seen) {
		var subscription = feed.subscribe(order.id().value());
		return start(subscription, (stream) -> {
			stream.seen(order.id(), seen);
			var now = present.get();
			stream.send(now, Long.toString(now.version()));
			if (now.isOver()) {
				return;
			}
			follow(subscription, (changed, _) -> {
				stream.send(changed, Long.toString(changed.version()));
				return !changed.isOver();
			}, (_) -> stream.beat(null));
		});
	}

	private RelayCursor catchUp(EventStream stream, ShopId shop, @Nullable RelayCursor seen) throws IOException {
		var cursor = relay.begin();
		RelayCursor unsettled = null;
		while (true) {
			var page = relay.read(shop, cursor, PAGE);
			for (var order : page.orders()) {
				stream.send(order, null);
			}
			if (unsettled == null && !page.isSettled()) {
				// The feed brings what commits late; until then, this is the place.
				unsettled = page.safe();
			}
			if (!page.more()) {
				return (unsettled != null) ? unsettled : page.safe();
			}
			// Who was here before has the other open orders: changes come instead.
			cursor = (seen != null && page.next().stage() == Stage.OPEN) ? RelayCursor.at(seen.changes()) : page.next();
		}
	}

	private void follow(Subscription subscription, Receiver receiver, Heart heart)
			throws IOException, InterruptedException {
		var end = clock.instant().plus(settings.longest());
		while (!subscription.hasEnded()) {
			var settled = RelayCursor.at(feed.settled());
			var left = Duration.between(clock.instant(), end);
			if (left.isNegative()) {
				return;
			}
			var item = subscription.next((left.compareTo(settings.heartbeat()) < 0) ? left : settings.heartbeat());
			if (item == null) {
				heart.beat(settled);
			}
			else if (item.order() == null || !receiver.receive(item.order(), item.safe())) {
				return;
			}
		}
	}

	private SseEmitter start(Subscription subscription, Writer writer) {
		var emitter = new SseEmitter(0L);
		emitter.onCompletion(subscription::end);
		emitter.onError((_) -> subscription.end());
		Thread.ofVirtual().name("order-stream").start(() -> write(emitter, subscription, writer));
		return emitter;
	}

	private void write(SseEmitter emitter, Subscription subscription, Writer writer) {
		try {
			var stream = new EventStream(emitter);
			stream.open();
			writer.write(stream);
			emitter.complete();
		}
		catch (IOException | IllegalStateException ex) {
			// The reader has gone; the container ends the response.
			logger.debug("A stream's reader has gone");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			emitter.complete();
		}
		catch (RuntimeException ex) {
			// The reader comes back and resumes.
			logger.warn("A stream has ended early", ex);
			emitter.complete();
		}
		finally {
			feed.unsubscribe(subscription);
		}
	}

	private interface Writer {

		void write(EventStream stream) throws IOException, InterruptedException;

	}

	private interface Receiver {

		/** Takes an order and answers whether to go on. */
		boolean receive(OrderView order, @Nullable Place safe) throws IOException;

	}

	private interface Heart {

		void beat(RelayCursor settled) throws IOException;

	}

}
