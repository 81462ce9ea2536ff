package dev.jangteo.payment.faults;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

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
 * call, a second instance is killed. In the end the provider's books, payments, orders
 * and ledger agree to the won.
 * {@code -Djangteo.faults.payments=10000 -Djangteo.faults.seed=7} runs it larger, or
 * again.
 */
class FaultTests extends ServiceTests {

	private static final int PAYMENTS = Integer.getInteger("jangteo.faults.payments", 150);

	private static final long SEED = Long.getLong("jangteo.faults.seed", System.nanoTime() & 0xFFFF);

	private static final List<String> CONFIRM = List.of("NONE", "DECLINE", "ERROR", "CUT_AFTER_APPROVAL", "REFUSE",
			"HANG_AFTER_APPROVAL", "HANG_BEFORE");

	private static final List<String> CANCEL = List.of("NONE", "ERROR", "CUT_AFTER_APPROVAL", "REFUSE");

	private static final List<String> QUERY = List.of("NONE", "ERROR", "REFUSE");

	private static final List<String> WEBHOOKS = List.of("NONE", "LOSE", "DOUBLE", "DELAY", "REORDER");

	private final Map<UUID, Long> amounts = new ConcurrentHashMap<>();

	private final Map<UUID, String> statuses = new ConcurrentHashMap<>();

	@Test
	void afterAllFaultsEverybodysBooksAgreeToTheWon() throws IOException {
		System.getLogger("faults").log(System.Logger.Level.INFO, "{0} payments, seed {1}", PAYMENTS, SEED);
		var over = new AtomicBoolean();
		try (var second = SecondInstance.start(properties());
				var trouble = Executors.newVirtualThreadPerTaskExecutor()) {
			trouble.execute(() -> maketrouble(over, second));
			shop(second);
			over.set(true);
		}
		PROVIDER.noFaults();
		CrashingProvider.crash(0, SEED);
		settle();
		amounts.keySet().forEach(this::end);
		hear();
		settle();
		check();
	}

	private void shop(SecondInstance second) {
		var random = new Random(SEED);
		var places = new Semaphore(24);
		try (var shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var i = 0; i < PAYMENTS; i++) {
				if (i == PAYMENTS / 3) {
					await().atMost(Duration.ofMinutes(1)).until(second::isReady);
				}
				var seed = random.nextLong();
				places.acquireUninterruptibly();
				shoppers.execute(() -> {
					try {
						buy(new Random(seed), second);
					}
					finally {
						places.release();
					}
				});
			}
		}
	}

	private void buy(Random random, SecondInstance second) {
		var amount = 1000L * (3 + random.nextInt(40));
		var order = anOrder(amount);
		amounts.put(order, amount);
		statuses.put(order, "PENDING_PAYMENT");
		for (var card = 0; card < 3; card++) {
			var key = PROVIDER.widget(order, amount);
			var request = UUID.randomUUID().toString();
			var status = confirm(order, key, amount, request, random.nextInt(3) == 0 ? second.port() : port);
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
			return new Calls(instance, shopper().token())
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
	private void end(UUID order) {
		if (statuses.get(order).equals("PENDING_PAYMENT")) {
			var status = status(order).equals("APPROVED") ? "PLACED" : "EXPIRED";
			statuses.put(order, status);
			becomesUnheard(order, status, Instant.now());
		}
	}

	private void hear() {
		var all = List.copyOf(amounts.keySet());
		for (var from = 0; from < all.size(); from += 100) {
			followers.bring("orders", all.subList(from, Math.min(from + 100, all.size())));
		}
	}

	private void maketrouble(AtomicBoolean over, SecondInstance second) {
		var random = new Random(SEED);
		var dead = false;
		var killed = false;
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
			if (!killed && amounts.size() > PAYMENTS * 2 / 3) {
				killed = true;
				second.close();
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
		await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
			assertThat(jdbc.sql("select id from copied_orders where unanswered").query(UUID.class).list()).isEmpty();
			assertThat(jdbc.sql("""
					select order_id || ' ' || status || ' ' || refund_state
					from payments
					where status in ('REQUESTED', 'UNKNOWN') or refund_state in ('REQUESTED', 'FAILED')
					""").query(String.class).list()).isEmpty();
		});
	}

	private void check() {
		var theirs = theirs();
		var ours = ours();
		var booked = booked();
		var wrong = new ArrayList<String>();
		amounts.forEach((order, amount) -> {
			var isPlaced = statuses.get(order).equals("PLACED");
			var expected = isPlaced ? amount : 0L;
			var found = "%s %s %d: provider %s, payments %s, ledger %s".formatted(order, statuses.get(order), amount,
					theirs.get(order), ours.get(order), booked.get(order));
			if (theirs.getOrDefault(order, 0L) != expected || ours.getOrDefault(order, 0L) != expected
					|| booked.getOrDefault(order, 0L) != expected) {
				wrong.add(found);
			}
		});
		assertThat(wrong).as("seed %d", SEED).isEmpty();
		assertThat(statuses.values()).contains("PLACED", "EXPIRED");
		assertThat(charges()).as("an order is charged once at a time").isEmpty();
		var report = operator().get("/api/v1/ops/payments/verification").body();
		assertThat(report.at("/differences")
			.valueStream()
			.filter((difference) -> amounts.containsKey(UUID.fromString(difference.at("/orderId").asString())))
			.map(JsonNode::toString)).as("seed %d", SEED).isEmpty();
	}

	private Map<UUID, Long> theirs() {
		var net = new TreeMap<UUID, Long>();
		PROVIDER.books().at("/payments").forEach((payment) -> {
			if (payment.at("/approvals").asInt() > 0) {
				net.merge(UUID.fromString(payment.at("/orderId").asString()), payment.at("/balanceAmount").asLong(),
						Long::sum);
			}
		});
		return net;
	}

	private Map<UUID, Long> ours() {
		return sums("""
				select order_id, sum(amount - refunded) as net
				from payments
				where approved_at is not null
				group by order_id
				""");
	}

	private Map<UUID, Long> booked() {
		return sums("""
				select p.order_id, sum(e.amount) as net
				from postings p
				join entries e on e.posting_id = p.id
				where e.account in ('PROVIDER_CLEARING', 'PROVIDER_FEE')
				group by p.order_id
				""");
	}

	/** Orders with more than one payment that has stayed charged. */
	private List<UUID> charges() {
		return jdbc.sql("""
				select order_id
				from payments
				where approved_at is not null and refunded < amount
				group by order_id
				having count(*) > 1
				""").query(UUID.class).list();
	}

	private Map<UUID, Long> sums(String statement) {
		var sums = new HashMap<UUID, Long>();
		jdbc.sql(statement).query((row) -> {
			sums.put(row.getObject("order_id", UUID.class), row.getObject("net", BigDecimal.class).longValueExact());
		});
		return sums;
	}

}
