package dev.jangteo.payment.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.jangteo.payment.faults.Agreement.End;
import dev.jangteo.payment.faults.Killing.Place;
import dev.jangteo.payment.support.CrashingProvider;
import dev.jangteo.payment.support.ServiceTests;
import dev.jangteo.testing.Calls;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many payments with faults at every step: the provider declines, fails, hangs, charges
 * and cuts the line, loses and doubles webhooks, dies; our threads die before and after a
 * call; further instances are killed with -9 before and after a call and before and after
 * the commit of what came of it. In the end the provider's books, payments, orders and
 * ledger agree to the won.
 * {@code -Djangteo.faults.payments=10000 -Djangteo.faults.seed=7} runs it larger, or
 * again; from a thousand on an instance dies at every place, below at one.
 */
class FaultTests extends ServiceTests {

	private static final int PAYMENTS = Integer.getInteger("jangteo.faults.payments", 150);

	private static final long SEED = Long.getLong("jangteo.faults.seed", System.nanoTime() & 0xFFFF);

	private static final List<String> CONFIRM = List.of("NONE", "DECLINE", "ERROR", "CUT_AFTER_APPROVAL", "REFUSE",
			"HANG_AFTER_APPROVAL", "HANG_BEFORE");

	private static final List<String> CANCEL = List.of("NONE", "ERROR", "CUT_AFTER_APPROVAL", "REFUSE");

	private static final List<String> QUERY = List.of("NONE", "ERROR", "REFUSE");

	private static final List<String> WEBHOOKS = List.of("NONE", "LOSE", "DOUBLE", "DELAY", "REORDER");

	private static final int SHOPPERS = 32;

	/** How many instances die at each place. */
	private static final int TIMES = Math.max(1, PAYMENTS / 5000);

	private final Map<UUID, Long> amounts = new ConcurrentHashMap<>();

	private final Map<UUID, String> statuses = new ConcurrentHashMap<>();

	private String token = "";

	@Test
	void afterAllFaultsEverybodysBooksAgreeToTheWon() {
		log("{0} payments, seed {1}", PAYMENTS, SEED);
		token = shopper().token();
		var over = new AtomicBoolean();
		try (var killed = Killed.oneAfterAnother(properties(), new Random(SEED), places(), TIMES);
				var trouble = Executors.newVirtualThreadPerTaskExecutor()) {
			trouble.execute(() -> maketrouble(over));
			shop(killed);
			over.set(true);
			log("{0} orders, killed at {1}", amounts.size(), killed.deaths());
			assertThat(killed.haveDiedEverywhere()).as("an instance has died at each of %s", places()).isTrue();
		}
		PROVIDER.noFaults();
		CrashingProvider.crash(0, SEED);
		settle();
		end();
		hear();
		settle();
		check();
	}

	private static List<Place> places() {
		var all = List.of(Place.values());
		return (PAYMENTS < 1000) ? List.of(all.get((int) (SEED % all.size()))) : all;
	}

	/**
	 * Until all have paid, and every instance that is to die has died. Now and then, and
	 * always in the end, shoppers wait for the next of them: it starts more quickly, and
	 * is killed among the others' payments.
	 */
	private void shop(Killed killed) {
		var random = new Random(SEED);
		var places = new Semaphore(SHOPPERS);
		var share = PAYMENTS / (places().size() * TIMES + 1);
		try (var shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var i = 0; i < PAYMENTS || !killed.haveDiedEverywhere(); i++) {
				if (i % share == share - 1 || i >= PAYMENTS) {
					killed.awaitTheNext();
				}
				var seed = random.nextLong();
				places.acquireUninterruptibly();
				shoppers.execute(() -> {
					try {
						buy(new Random(seed), killed);
					}
					finally {
						places.release();
					}
				});
			}
		}
	}

	private void buy(Random random, Killed killed) {
		var amount = 1000L * (3 + random.nextInt(40));
		var order = anOrder(amount);
		amounts.put(order, amount);
		statuses.put(order, "PENDING_PAYMENT");
		for (var card = 0; card < 3; card++) {
			var key = PROVIDER.widget(order, amount);
			var request = UUID.randomUUID().toString();
			var status = confirm(order, key, amount, request,
					(random.nextInt(3) == 0) ? killed.port().orElse(port) : port);
			if (status >= 500 || random.nextInt(4) == 0) {
				status = confirm(order, key, amount, request, port);
			}
			if (random.nextInt(5) == 0) {
				close(order, random);
			}
			if (status == 200 || status == 202) {
				return;
			}
		}
	}

	private int confirm(UUID order, String key, long amount, String request, int instance) {
		try {
			return new Calls(instance, token)
				.post("/api/v1/payments/confirmations", confirmation(order, key, amount), request)
				.status();
		}
		catch (IllegalStateException ex) {
			return 599;
		}
	}

	private void close(UUID order, Random random) {
		var status = List.of("REJECTED", "CANCELLED", "EXPIRED").get(random.nextInt(3));
		if (statuses.replace(order, "PENDING_PAYMENT", status)) {
			becomes(order, status);
		}
	}

	/**
	 * What order-service does once it has heard: a paid order is placed, others expire.
	 */
	private void end() {
		var paid = Set
			.copyOf(jdbc.sql("select order_id from payments where status = 'APPROVED'").query(UUID.class).list());
		statuses.replaceAll((order, status) -> {
			if (!status.equals("PENDING_PAYMENT")) {
				return status;
			}
			var end = paid.contains(order) ? "PLACED" : "EXPIRED";
			becomesUnheard(order, end, Instant.now());
			return end;
		});
	}

	private void hear() {
		var all = List.copyOf(amounts.keySet());
		for (var from = 0; from < all.size(); from += 100) {
			hear(all.subList(from, Math.min(from + 100, all.size())));
		}
	}

	private void maketrouble(AtomicBoolean over) {
		var random = new Random(SEED);
		var dead = false;
		while (!over.get()) {
			PROVIDER.faults(Map.of("confirm", fault(CONFIRM, random), "cancel", fault(CANCEL, random), "query",
					fault(QUERY, random), "webhooks", fault(WEBHOOKS, random)));
			CrashingProvider.crash(random.nextInt(3) * 0.1, random.nextLong());
			pause(300);
			if (!dead && amounts.size() > PAYMENTS / 3) {
				dead = true;
				PROVIDER.die();
				pause(700);
				PROVIDER.live();
			}
		}
	}

	private static Map<String, Object> fault(List<String> modes, Random random) {
		var fault = new HashMap<String, Object>();
		fault.put("mode", modes.get(random.nextInt(modes.size())));
		fault.put("share", 0.2 + random.nextInt(5) * 0.1);
		fault.put("seed", random.nextInt(1000));
		fault.put("millis", 900);
		return fault;
	}

	private static void pause(long millis) {
		await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
	}

	private void settle() {
		var patience = Duration.ofMinutes(2).plusMillis(20L * PAYMENTS);
		await().atMost(patience).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
			assertThat(jdbc.sql("select id from copied_orders where unanswered").query(UUID.class).list()).isEmpty();
			assertThat(jdbc.sql("""
					select order_id || ' ' || status || ' ' || refund_state
					from payments
					where status in ('REQUESTED', 'UNKNOWN') or refund_state in ('REQUESTED', 'FAILED')
					""").query(String.class).list()).isEmpty();
		});
	}

	private void check() {
		var ends = new HashMap<UUID, End>();
		amounts.forEach((order, amount) -> ends.put(order, new End(statuses.get(order), amount)));
		log("how they ended: {0}", jdbc
			.sql("""
					select string_agg(status || ' ' || coalesce(decline, '') || ' ' || payments, ', ' order by status, decline)
					from (select status, decline, count(*) as payments from payments group by 1, 2) as counted
					""")
			.query(String.class)
			.single());
		assertThat(Agreement.of(PROVIDER.books(), jdbc).broken(ends)).as("seed %d", SEED).isEmpty();
		assertThat(statuses.values()).contains("PLACED", "EXPIRED");
		var report = operator().get("/api/v1/ops/payments/verification").body();
		assertThat(report.at("/providerCompared").asBoolean()).isTrue();
		assertThat(report.at("/differences")
			.valueStream()
			.filter((difference) -> amounts.containsKey(UUID.fromString(difference.at("/orderId").asString())))
			.map(JsonNode::toString)).as("seed %d", SEED).isEmpty();
	}

	private static void log(String pattern, Object... values) {
		System.getLogger("faults").log(System.Logger.Level.INFO, pattern, values);
	}

}
