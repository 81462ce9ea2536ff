package dev.jangteo.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import dev.jangteo.sandbox.Faults.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Tells the merchant what happened, again after 1, 4, 16, 64, 256, 1024 and 4096 minutes
 * until it answers 200. What was not taken when the sandbox ended is told again after the
 * next start.
 */
final class Webhooks implements AutoCloseable {

	private static final int RESENDS = 7;

	private static final int AT_ONCE = 64;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration LATE = Duration.ofSeconds(5);

	private final Map<String, Webhook> unsettled = new ConcurrentHashMap<>();

	private final AtomicReference<@Nullable Webhook> heldBack = new AtomicReference<>();

	private final AtomicLong taken = new AtomicLong();

	private final AtomicLong givenUp = new AtomicLong();

	private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
			Thread.ofPlatform().daemon().name("webhook-timer").factory());

	/** However many are due at once, the merchant is not flooded. */
	private final Semaphore lines = new Semaphore(AT_ONCE);

	private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

	private final Faults faults;

	private final Duration unit;

	private final Clock clock;

	private volatile @Nullable URI merchant;

	private volatile @Nullable HttpClient http;

	private volatile Consumer<String> settling = (_) -> {
	};

	Webhooks(Faults faults, @Nullable URI merchant, Duration unit, Clock clock) {
		this.faults = faults;
		this.merchant = merchant;
		this.unit = unit;
		this.clock = clock;
	}

	/** Who writes down that a webhook needs no more telling. */
	void settlingWith(Consumer<String> listener) {
		settling = listener;
	}

	boolean areWanted() {
		return merchant != null;
	}

	void goTo(@Nullable URI address) {
		merchant = address;
	}

	/** From the journal, before the start. */
	void keep(Webhook webhook) {
		unsettled.put(webhook.id(), webhook);
	}

	void drop(String id) {
		unsettled.remove(id);
	}

	/** Tells again what nobody took before. */
	void resume() {
		unsettled.values().forEach((webhook) -> deliver(webhook, 0));
	}

	void send(Webhook webhook) {
		keep(webhook);
		var fault = faults.of(Operation.WEBHOOKS);
		switch (fault.next()) {
			case LOSE -> settle(webhook);
			case DOUBLE -> {
				deliver(webhook, 0);
				deliver(webhook, 0);
			}
			case DELAY -> later(fault.millisOr(LATE), () -> deliver(webhook, 0));
			case REORDER -> holdBack(webhook, fault.millisOr(LATE));
			case NONE, DECLINE, SLOW, REFUSE, ERROR, HANG_BEFORE, HANG_AFTER_APPROVAL, CUT_AFTER_APPROVAL ->
				deliverBeforeHeldBack(webhook);
		}
	}

	View view() {
		var address = merchant;
		return new View((address != null) ? address.toString() : null, unsettled.size(), taken.get(), givenUp.get());
	}

	@Override
	public void close() {
		timer.shutdownNow();
		senders.shutdownNow();
	}

	// Held until the next one went ahead, or until its time is over.
	private void holdBack(Webhook webhook, Duration longest) {
		if (heldBack.compareAndSet(null, webhook)) {
			later(longest, () -> {
				if (heldBack.compareAndSet(webhook, null)) {
					deliver(webhook, 0);
				}
			});
		}
		else {
			deliverBeforeHeldBack(webhook);
		}
	}

	private void deliverBeforeHeldBack(Webhook webhook) {
		var overtaken = heldBack.getAndSet(null);
		perform(() -> {
			attempt(webhook, 0);
			if (overtaken != null) {
				attempt(overtaken, 0);
			}
		});
	}

	private void deliver(Webhook webhook, int resends) {
		perform(() -> attempt(webhook, resends));
	}

	private void perform(Runnable task) {
		if (!senders.isShutdown()) {
			senders.execute(task);
		}
	}

	private void attempt(Webhook webhook, int resends) {
		var address = merchant;
		if (address != null && isTakenBy(address, webhook, resends)) {
			taken.incrementAndGet();
			settle(webhook);
		}
		else if (resends == RESENDS) {
			givenUp.incrementAndGet();
			settle(webhook);
		}
		else if (unsettled.containsKey(webhook.id())) {
			later(unit.multipliedBy(1L << (2 * resends)), () -> deliver(webhook, resends + 1));
		}
	}

	private boolean isTakenBy(URI address, Webhook webhook, int resends) {
		var request = HttpRequest.newBuilder(address)
			.timeout(PATIENCE)
			.header("Content-Type", "application/json;charset=UTF-8")
			.header("tosspayments-webhook-transmission-id", webhook.id())
			.header("tosspayments-webhook-transmission-time", String.valueOf(Json.time(clock.instant())))
			.header("tosspayments-webhook-transmission-retried-count", Integer.toString(resends))
			.POST(HttpRequest.BodyPublishers.ofString(webhook.body()))
			.build();
		try {
			lines.acquire();
			try {
				return client().send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
			}
			finally {
				lines.release();
			}
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private void settle(Webhook webhook) {
		if (unsettled.remove(webhook.id()) != null && !senders.isShutdown()) {
			settling.accept(webhook.id());
		}
	}

	private void later(Duration pause, Runnable task) {
		if (!timer.isShutdown()) {
			var _ = timer.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	// Made when first needed: a sandbox without a merchant starts without it.
	private synchronized HttpClient client() {
		var known = http;
		if (known == null) {
			known = HttpClient.newBuilder()
				.version(HttpClient.Version.HTTP_1_1)
				.connectTimeout(Duration.ofSeconds(2))
				.build();
			http = known;
		}
		return known;
	}

	/**
	 * How the telling goes.
	 */
	record View(@Nullable String url, int unsettled, long taken, long givenUp) {

	}

}
