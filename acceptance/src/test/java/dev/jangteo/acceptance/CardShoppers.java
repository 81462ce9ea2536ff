package dev.jangteo.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.jangteo.local.api.Answer;
import dev.jangteo.local.api.Unexpected;

import static org.awaitility.Awaitility.await;

/**
 * Shoppers who order by card and pay until they are told to stop, and who try the same
 * again when something is away. Every fourth changes her mind at once.
 */
final class CardShoppers {

	private static final int TOTAL = Neighbourhood.PRICE + Neighbourhood.FEE;

	private static final int PATIENCE = 3;

	private static final Duration PAUSE = Duration.ofMillis(100);

	private final Stage stage;

	private final ExecutorService threads;

	private final Set<String> orders = ConcurrentHashMap.newKeySet();

	private final Queue<Waited> waited = new ConcurrentLinkedQueue<>();

	private volatile boolean isOver;

	private CardShoppers(Stage stage, List<Neighbourhood> shoppers) {

		this.stage = stage;
		this.threads = Executors.newFixedThreadPool(shoppers.size());
		shoppers.forEach((shopper) -> this.threads.execute(() -> shop(shopper)));
	}

	static CardShoppers at(Stage stage, Neighbourhood here, int shoppers) {
		return new CardShoppers(stage,
				IntStream.range(0, shoppers)
					.mapToObj((_) -> new Neighbourhood(here.owner(), Neighbourhood.member(stage, "SHOPPER"),
							here.shop(), here.dish()))
					.toList());
	}

	/**
	 * Orders that were taken.
	 */
	Set<String> orders() {
		return this.orders;
	}

	/**
	 * What shoppers were answered since then, and how long they waited for it.
	 */
	List<Waited> since(Instant when) {
		return this.waited.stream().filter((waited) -> !waited.asked().isBefore(when)).toList();
	}

	/**
	 * Lets all of them finish what they are at.
	 */
	void finish() throws InterruptedException {

		this.isOver = true;
		this.threads.shutdown();

		if (!this.threads.awaitTermination(90, TimeUnit.SECONDS)) {
			throw new AssertionError("Somebody still waits to pay.");
		}
	}

	private void shop(Neighbourhood here) {

		for (int purchase = 1; !this.isOver; purchase++) {

			var key = UUID.randomUUID().toString();
			var order = asked("order", () -> here.order(key, 1, TOTAL, "CARD"));

			if (order.status() == 201) {
				buy(here, order.text("id"), purchase % 4 == 0);
			}
			else {
				pause();
			}
		}
	}

	private void buy(Neighbourhood here, String order, boolean isRegretted) {

		this.orders.add(order);

		var key = widget(order);
		var request = UUID.randomUUID().toString();

		until(200, () -> asked("pay", () -> confirm(here, order, key, request)));

		if (isRegretted) {
			until(200, () -> asked("cancel",
					() -> here.shopper().post("/api/v1/orders/" + order + "/cancellation", Map.of())));
		}
	}

	// Where the provider's pages do not load a key is made up, of which the provider will
	// know nothing.
	private String widget(String order) {

		try {
			return this.stage.provider()
				.post("/sandbox/payments", Map.of("orderId", order, "amount", TOTAL))
				.expect(201)
				.text("paymentKey");
		}
		catch (Unexpected e) {
			return "lost_" + UUID.randomUUID();
		}
	}

	private static Answer confirm(Neighbourhood here, String order, String key, String request) {
		return here.shopper()
			.send("POST", "/api/v1/payments/confirmations",
					Map.of("paymentKey", key, "orderId", order, "amount", Neighbourhood.won(TOTAL)),
					Map.of("Idempotency-Key", request));
	}

	// Nobody knows yet, or it was refused for good: then there is nothing to repeat. Who
	// is told to pay at the door stops after a while.
	private static void until(int status, Supplier<Answer> question) {

		var times = 0;
		var answer = question.get();

		while (answer.status() != status && answer.status() != 202 && answer.status() != 422
				&& !(answer.body().has("alternatives") && ++times == PATIENCE)) {
			pause();
			answer = question.get();
		}
	}

	private Answer asked(String what, Supplier<Answer> question) {

		while (true) {

			var start = Instant.now();

			try {
				var answer = question.get();
				this.waited.add(new Waited(what, start, answer.status(), Duration.between(start, Instant.now())));
				return answer;
			}
			catch (Unexpected e) {
				this.waited.add(new Waited(what, start, 0, Duration.between(start, Instant.now())));
				pause();
			}
		}
	}

	private static void pause() {
		await().pollDelay(PAUSE).until(() -> true);
	}

	/**
	 * One answer; status 0 when the line was cut.
	 */
	record Waited(String what, Instant asked, int status, Duration time) {
	}

}
