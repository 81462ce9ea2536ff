package dev.jangteo.order.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.jangteo.defaults.Problem;
import dev.jangteo.order.ordering.OrderChanged;
import dev.jangteo.order.ordering.OrderChanges;
import dev.jangteo.order.ordering.OrderChanges.Change;
import dev.jangteo.order.ordering.OrderChanges.Place;
import dev.jangteo.order.ordering.OrderId;
import dev.jangteo.order.ordering.OrderView;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Reads what has changed once for all streams of this instance, woken by this instance's
 * own commits and looking for those of others besides. A change is handed on as soon as
 * it is committed; the place to resume at moves only up to the horizon, so that a
 * transaction that commits late is handed on as well.
 */
@Component
class OrderFeed implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(OrderFeed.class);

	private static final int BATCH = 500;

	private static final long GATHER_MILLIS = 10;

	private final OrderChanges changes;

	private final RelaySettings settings;

	private final Subscriptions subscriptions;

	private final Semaphore wakeUps = new Semaphore(0);

	/** Changes at or above the horizon that were handed on already. */
	private final Map<OrderId, Change> unsettled = new HashMap<>();

	private volatile long horizon = -1;

	private volatile boolean running;

	OrderFeed(OrderChanges changes, RelaySettings settings, MeterRegistry meters) {
		this.changes = changes;
		this.settings = settings;
		this.subscriptions = new Subscriptions();
		meters.gauge("jangteo.orders.streams", subscriptions, Subscriptions::size);
	}

	/**
	 * Subscribes to changes from now on. Whoever subscribes first and reads what has been
	 * afterwards misses nothing.
	 * @param topic the id of a shop or of an order
	 * @throws Problem 503 when there are too many, or this instance is starting or
	 * stopping
	 */
	Subscription subscribe(UUID topic) {
		var subscription = new Subscription(topic, settings.backlog());
		synchronized (subscriptions) {
			if (!running || horizon < 0 || subscriptions.size() >= settings.max()) {
				throw Problem.unavailable("too-many-streams", "No more streams can be opened here at the moment.",
						settings.heartbeat());
			}
			subscriptions.add(subscription);
		}
		return subscription;
	}

	void unsubscribe(Subscription subscription) {
		subscriptions.remove(subscription);
	}

	/**
	 * Where a reader stands that has nothing waiting. To be read before looking whether
	 * anything waits.
	 */
	Place settled() {
		return Place.before(horizon);
	}

	@TransactionalEventListener
	void on(OrderChanged changed) {
		if (!subscriptions.isEmpty()) {
			wakeUps.release();
		}
	}

	@Override
	public void start() {
		running = true;
		Thread.ofVirtual().name("order-feed").start(this::run);
	}

	/**
	 * Before the web server waits for its requests to end, which streams never do by
	 * themselves.
	 */
	@Override
	public void stop() {
		running = false;
		wakeUps.release();
		subscriptions.endAll();
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	private void run() {
		while (running) {
			try {
				read();
				wakeUps.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
				// A burst of commits is one look.
				TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
				wakeUps.drainPermits();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			catch (RuntimeException ex) {
				logger.warn("Changes of orders cannot be read; trying again", ex);
				pause();
			}
		}
	}

	private void read() {
		if (subscriptions.isEmpty() && skipToHorizon()) {
			return;
		}
		var page = changes.behind(Place.before(horizon), BATCH);
		var next = page.horizon();
		var seen = new LinkedHashMap<OrderId, Change>();
		page.changes().forEach((change) -> seen.put(change.order(), change));
		while (page.changes().size() == BATCH) {
			page = changes.behind(page.changes().getLast().place(), BATCH);
			page.changes().forEach((change) -> seen.put(change.order(), change));
		}
		handOn(seen.values().stream().filter(this::isFresh).toList(), Place.before(next));
		// Only now, so that a reading that fails half way is repeated as a whole.
		unsettled.putAll(seen);
		unsettled.values().removeIf((change) -> change.place().transaction() < next);
		horizon = next;
	}

	private boolean isFresh(Change change) {
		var known = unsettled.get(change.order());
		return known == null || known.version() < change.version();
	}

	// Without readers the place must still move, or the first would wait for all of the
	// past. One that comes meanwhile keeps it where it is.
	private boolean skipToHorizon() {
		var present = changes.horizon();
		synchronized (subscriptions) {
			if (!subscriptions.isEmpty()) {
				return false;
			}
			unsettled.clear();
			horizon = present;
			return true;
		}
	}

	private void handOn(List<Change> fresh, Place safe) {
		var wanted = fresh.stream().filter(subscriptions::want).map(Change::order).toList();
		if (wanted.isEmpty()) {
			return;
		}
		var items = new LinkedHashMap<Subscription, List<OrderView>>();
		for (var order : changes.views(wanted)) {
			subscriptions.of(order).forEach((it) -> items.computeIfAbsent(it, (_) -> new ArrayList<>()).add(order));
		}
		items.forEach((subscription, orders) -> subscription.offer(orders, safe));
	}

	private void pause() {
		try {
			TimeUnit.SECONDS.sleep(1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
