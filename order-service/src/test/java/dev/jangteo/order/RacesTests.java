package dev.jangteo.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.jangteo.order.ordering.Sweep;
import dev.jangteo.order.stock.StockSum;
import dev.jangteo.order.support.ServiceTests;
import dev.jangteo.testing.Calls.Reply;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class RacesTests extends ServiceTests {

	private static final int AT_ONCE = 50;

	@Autowired
	private ApplicationContext context;

	@Test
	void limitedStockIsNeverOversoldAndItsSumIsRight() throws Exception {
		var shop = aShop();
		var product = aProduct(shop, 18000);
		count(product, 50);

		var replies = all(200, (_) -> () -> placeUntilAnswered(order(shop, product, 1)));

		assertThat(replies).extracting(Reply::status).containsOnly(201, 422);
		assertThat(replies.stream().filter((it) -> it.status() == 201)).hasSize(50);
		assertThat(replies.stream().filter((it) -> it.status() == 422))
			.allMatch((it) -> it.at("reason").equals("SOLD_OUT"));
		assertThat(left(product)).isZero();
		assertThat(StockSum.wrong(jdbc)).isEmpty();
	}

	@Test
	void ordersForManyProductsAtOnceDoNotWaitInACircle() throws Exception {
		var shop = aShop();
		var products = IntStream.range(0, 5).mapToObj((_) -> aProduct(shop, 18000)).toList();
		products.forEach((product) -> count(product, 1000));

		var seed = System.nanoTime();
		var replies = all(100, (number) -> () -> {
			var shuffled = new ArrayList<>(products);
			Collections.shuffle(shuffled, new Random(seed + number));
			var reply = placeUntilAnswered(orderOfEach(shop, shuffled));
			if (number % 2 == 0 && reply.status() == 201) {
				return shopper().post("/api/v1/orders/" + reply.at("id") + "/cancellation", "");
			}
			return reply;
		});

		assertThat(replies).as("seed %d", seed).extracting(Reply::status).containsOnly(201, 200);
		assertThat(products).allSatisfy((product) -> assertThat(left(product)).isEqualTo(950));
		assertThat(StockSum.wrong(jdbc)).isEmpty();
	}

	@Test
	void anOrderEndsOneWayWhoeverRaces() throws Exception {
		var shop = aShop();
		var product = aProduct(shop, 18000);
		count(product, 100);
		for (int round = 0; round < 12; round++) {
			var order = place(shop, product, 1).at("id");
			jdbc.sql("update orders set expires_at = now() where id = ?::uuid").param(order).update();
			all(8, (number) -> () -> switch (number % 4) {
				case 0 -> owner().post("/api/v1/owner/orders/" + order + "/acceptance", Map.of("minutes", 20));
				case 1 -> owner().post("/api/v1/owner/orders/" + order + "/rejection", Map.of("reason", "TOO_BUSY"));
				case 2 -> shopper().post("/api/v1/orders/" + order + "/cancellation", "");
				default -> {
					Sweep.of(context).run();
					yield shopper().get("/api/v1/orders/" + order);
				}
			});
			assertThat(changes(order)).as("one step after being placed").hasSize(2);
		}

		var open = jdbc.sql("select count(*) from orders where shop_id = ? and status = 'ACCEPTED'")
			.param(shop)
			.query(Integer.class)
			.single();
		assertThat(left(product)).isEqualTo(100 - open);
		assertThat(StockSum.wrong(jdbc)).isEmpty();
	}

	@Test
	void anUnansweredOrderExpiresAndGivesItsStockBack() {
		var shop = aShop();
		var product = aProduct(shop, 18000);
		count(product, 1);
		var order = place(shop, product, 1).at("id");
		assertThat(stock(product).body().at("/available").asBoolean()).isFalse();

		Sweep.of(context).run();
		assertThat(shopper().get("/api/v1/orders/" + order).at("status")).isEqualTo("PLACED");
		jdbc.sql("update orders set expires_at = expires_at - interval '5 minutes' where id = ?::uuid")
			.param(order)
			.update();
		Sweep.of(context).run();

		assertThat(shopper().get("/api/v1/orders/" + order).at("status")).isEqualTo("EXPIRED");
		assertThat(left(product)).isEqualTo(1);
		assertThat(changes(order)).containsExactly("placed", "expired");
	}

	@Test
	void oneKeyPlacesOneOrderHoweverOftenItIsSent() throws Exception {
		var shop = aShop();
		var product = aProduct(shop, 18000);
		place(shop, product, 1);
		var key = UUID.randomUUID().toString();
		var body = order(shop, product, 1);

		var replies = all(20, (_) -> () -> shopper().post("/api/v1/orders", body, key));
		var late = shopper().post("/api/v1/orders", body, key);

		assertThat(replies).extracting(Reply::status).isSubsetOf(201, 409);
		var ids = replies.stream()
			.filter((it) -> it.status() == 201)
			.map((it) -> it.at("id"))
			.collect(Collectors.toSet());
		assertThat(ids).isEqualTo(Set.of(late.at("id")));
		assertThat(late.header("Idempotency-Replayed")).isEqualTo("true");
		assertThat(jdbc.sql("select count(*) from orders where shop_id = ?").param(shop).query(Integer.class).single())
			.isEqualTo(2);
		assertThat(shopper().post("/api/v1/orders", order(shop, product, 2), key).status()).isEqualTo(422);
	}

	// A shop that all of them are new to is asked for once; who waits too long for that
	// sends the same key again.
	private Reply placeUntilAnswered(Map<String, Object> order) {
		var key = UUID.randomUUID().toString();
		var reply = shopper().post("/api/v1/orders", order, key);
		while (reply.status() == 503 || reply.status() == 409) {
			reply = shopper().post("/api/v1/orders", order, key);
		}
		return reply;
	}

	private void count(UUID product, int quantity) {
		var reply = owner().put("/api/v1/owner/products/" + product + "/stock", Map.of("quantity", quantity));
		assertThat(reply.status()).as(reply.text()).isEqualTo(200);
	}

	private Reply stock(UUID product) {
		return owner().get("/api/v1/owner/products/" + product + "/stock");
	}

	private int left(UUID product) {
		return stock(product).body().at("/quantity").asInt();
	}

	private List<String> changes(String order) {
		return jdbc.sql("select change from notification_log where subject = ?::uuid order by subject_version")
			.param(order)
			.query(String.class)
			.list();
	}

	private static Map<String, Object> orderOfEach(UUID shop, List<UUID> products) {
		var lines = products.stream().map((product) -> Map.of("productId", product, "quantity", 1)).toList();
		var order = new HashMap<>(order(shop, products.getFirst(), 1, 18000L * products.size() + 2000));
		order.put("lines", lines);
		return order;
	}

	private static List<Reply> all(int times, IntFunction<Callable<Reply>> call)
			throws InterruptedException, ExecutionException {
		try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
			var replies = new ArrayList<Reply>();
			for (Future<Reply> reply : threads.invokeAll(IntStream.range(0, times).mapToObj(call).toList())) {
				replies.add(reply.get());
			}
			return replies;
		}
	}

}
