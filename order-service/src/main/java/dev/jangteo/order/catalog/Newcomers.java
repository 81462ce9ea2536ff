package dev.jangteo.order.catalog;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.jangteo.events.OwnerUnavailable;

/**
 * Shops the copy has never heard of. A crowd that wants the same one asks its owner once:
 * the others wait for the first, though not longer than the owner may take.
 */
class Newcomers {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final ReentrantLock[] turns = Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

	/**
	 * Asks in turn.
	 * @param question looks once more whether somebody before has got the answer
	 * @throws OwnerUnavailable when the turn does not come in time
	 */
	<T> T ask(UUID shop, Supplier<T> question) {
		var turn = turns[Math.floorMod(shop.hashCode(), turns.length)];
		if (!waitFor(turn)) {
			throw new OwnerUnavailable("Others ask for this shop already, and have no answer yet.", null);
		}
		try {
			return question.get();
		}
		finally {
			turn.unlock();
		}
	}

	private static boolean waitFor(ReentrantLock turn) {
		try {
			return turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
