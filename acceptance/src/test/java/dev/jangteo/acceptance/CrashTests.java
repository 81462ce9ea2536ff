package dev.jangteo.acceptance;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import dev.jangteo.local.api.Unexpected;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rule 5: nothing acknowledged is lost and nothing happens twice, also under kill -9.
 */
class CrashTests {

	private static final int SHOPPERS = 8;

	private static final int ACKNOWLEDGED_BEFORE_THE_CRASH = 40;

	private static final int ORDERS_EACH = 25;

	private final Stage stage = Stage.set();

	@Test
	void everyAcknowledgedOrderIsThereOnceAfterOrderServiceWasKilled() throws InterruptedException {

		var here = Neighbourhood.open(this.stage);
		var before = orders(here);
		var acknowledged = new ConcurrentHashMap<String, String>();
		var unanswered = new ConcurrentLinkedQueue<String>();
		var underLoad = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_CRASH);

		try (var shoppers = Executors.newFixedThreadPool(SHOPPERS)) {

			for (int shopper = 0; shopper < SHOPPERS; shopper++) {
				shoppers.submit(() -> {
					for (int order = 0; order < ORDERS_EACH; order++) {
						place(here, UUID.randomUUID().toString(), acknowledged, unanswered);
						underLoad.countDown();
					}
				});
			}

			underLoad.await();
			this.stage.part("order-service").kill();
		}

		assertThat(unanswered).as("orders in flight or sent to the dead service").isNotEmpty();

		this.stage.part("order-service").start();
		this.stage.eventually("the gateway sends orders on again",
				() -> here.shopper().get("/api/v1/orders?limit=1").status() == 200);

		// A shopper whose request was cut off sends it again with the same key.
		for (String key : unanswered) {
			this.stage.eventually("the order is taken",
					() -> place(here, key, acknowledged, new ConcurrentLinkedQueue<>()));
		}

		var after = orders(here);
		before.keySet().forEach(after::remove);

		assertThat(acknowledged).hasSize(SHOPPERS * ORDERS_EACH);
		assertThat(after.keySet()).containsExactlyInAnyOrderElementsOf(acknowledged.values());
	}

	private static boolean place(Neighbourhood here, String key, Map<String, String> acknowledged,
			ConcurrentLinkedQueue<String> unanswered) {

		try {

			var answer = here.order(key);

			if (answer.status() == 201) {
				acknowledged.put(key, answer.text("id"));
				return true;
			}
		}
		catch (Unexpected e) {
			// The line was cut: whether the order was taken is not known.
		}

		unanswered.add(key);
		return false;
	}

	private static Map<String, Integer> orders(Neighbourhood here) {

		var orders = new HashMap<String, Integer>();
		var path = "/api/v1/orders?limit=100";
		var cursor = "";

		do {

			var page = here.shopper().get(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).expect(200);

			page.body()
				.path("items")
				.valueStream()
				.forEach((order) -> orders.merge(order.path("id").asString(), 1, Integer::sum));
			cursor = page.text("nextCursor");
		}
		while (!cursor.isEmpty());

		assertThat(orders.values()).allMatch((times) -> times == 1);
		return orders;
	}

}
