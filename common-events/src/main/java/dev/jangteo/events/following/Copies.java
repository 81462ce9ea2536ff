package dev.jangteo.events.following;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import dev.jangteo.events.Followers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** All copies this service keeps, and the clockwork that tends them. */
final class Copies implements Followers, SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Copies.class);

	private final Map<String, Following<?>> followings = new LinkedHashMap<>();

	private final FollowingSettings settings;

	private @Nullable ScheduledExecutorService clockwork;

	Copies(Collection<? extends Following<?>> followings, FollowingSettings settings) {
		for (Following<?> following : followings) {
			if (this.followings.put(following.followed().name(), following) != null) {
				throw new IllegalArgumentException("Two followers are named " + following.followed().name());
			}
		}
		this.settings = settings;
	}

	Collection<Following<?>> all() {
		return followings.values();
	}

	Optional<Following<?>> find(String name) {
		return Optional.ofNullable(followings.get(name));
	}

	@Override
	public boolean bring(String name, Collection<UUID> ids) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Another service is not waited for within a transaction");
		}
		var following = find(name).orElseThrow(() -> new IllegalArgumentException("No such follower: " + name));
		var copying = following.copying();
		var wanted = new HashMap<UUID, Long>();
		ids.forEach(id -> wanted.put(id, 0L));
		wanted.putAll(copying.heldOf(wanted.keySet()));
		var missing = copying.bringNow(wanted);
		return missing.isEmpty();
	}

	@Override
	public void start() {
		var started = Executors.newScheduledThreadPool(2, Thread.ofVirtual().name("followers-", 0).factory());
		for (Following<?> following : all()) {
			if (settings.consumer().enabled()) {
				following.start();
				every(started, settings.retry().poll(), following::tend);
				every(started, Duration.ofSeconds(10), following::rememberCaughtUp);
				if (settings.reconciliation().every().isPositive()) {
					every(started, settings.reconciliation().every(), () -> reconcile(following));
				}
			}
		}
		clockwork = started;
	}

	/** Not while it fills: everything would be different. */
	private static void reconcile(Following<?> following) {
		var filling = following.filling().progress().state();
		if (filling != Filling.State.RUNNING && filling != Filling.State.DUE) {
			following.reconciling().run();
		}
	}

	private static void every(ScheduledExecutorService clockwork, Duration period, Runnable work) {
		long millis = period.toMillis();
		// Not all processes at the same moment.
		long first = millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1);
		var _ = clockwork.scheduleWithFixedDelay(() -> {
			try {
				work.run();
			}
			catch (RuntimeException ex) {
				log.info("Tried in vain, and will again: {}", ex.toString());
			}
		}, first, millis, TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		if (clockwork != null) {
			clockwork.shutdownNow();
			clockwork = null;
		}
		all().parallelStream().forEach(Following::stop);
	}

	@Override
	public boolean isRunning() {
		return clockwork != null;
	}

}
