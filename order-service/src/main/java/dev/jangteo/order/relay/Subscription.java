package dev.jangteo.order.relay;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import dev.jangteo.order.ordering.OrderChanges.Place;
import dev.jangteo.order.ordering.OrderView;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one reader. Bounded: a reader that does not keep up loses its stream,
 * not an order, since it resumes where it was.
 */
class Subscription {

	private final UUID topic;

	private final BlockingQueue<Item> items;

	private volatile boolean ended;

	Subscription(UUID topic, int backlog) {
		this.topic = topic;
		this.items = new ArrayBlockingQueue<>(backlog);
	}

	/** The shop or the order it is about. */
	UUID topic() {
		return topic;
	}

	/**
	 * Adds what has changed.
	 * @param safe where the reader stands once it has all of these
	 */
	void offer(List<OrderView> orders, Place safe) {
		for (var order : orders) {
			if (!items.offer(new Item(order, order.equals(orders.getLast()) ? safe : null))) {
				end();
				return;
			}
		}
	}

	/**
	 * What comes next, an item without an order at the end, {@code null} when nothing has
	 * come for this long.
	 */
	@Nullable Item next(Duration patience) throws InterruptedException {
		return items.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	void end() {
		ended = true;
		items.clear();
		items.offer(Item.END);
	}

	boolean hasEnded() {
		return ended;
	}

	/**
	 * An order, and where the reader stands once it has it.
	 *
	 * @param safe {@code null}: others belong to the same place and come first
	 */
	record Item(@Nullable OrderView order, @Nullable Place safe) {

		private static final Item END = new Item(null, null);

	}

}
