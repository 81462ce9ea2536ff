package dev.jangteo.order.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.order.OrderServiceApplication;
import dev.jangteo.order.support.ServiceTests;
import dev.jangteo.order.support.Terminal;
import dev.jangteo.testing.Calls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class OrderRelayTests extends ServiceTests {

	private final List<Terminal> terminals = new ArrayList<>();

	@Autowired
	private TransactionTemplate transactions;

	@AfterEach
	void hangUp() {
		terminals.forEach(Terminal::close);
	}

	@Test
	void everyTerminalSeesAnOrderWhileItHappens() {
		var shop = aShop();
		var first = terminal(shop);
		var second = terminal(shop);

		var order = placed(shop);
		owner().post("/api/v1/owner/orders/" + order + "/acceptance", Map.of("minutes", 20));

		await().untilAsserted(() -> assertThat(first.seen()).endsWith(order + " ACCEPTED"));
		await().untilAsserted(() -> assertThat(second.seen()).endsWith(order + " ACCEPTED"));
		assertThat(first.events()).extracting(Terminal.Event::name).startsWith("ready");
	}

	@Test
	void ordersNotYetTakenComeFirst() {
		var shop = aShop();
		var taken = placed(shop);
		owner().post("/api/v1/owner/orders/" + taken + "/acceptance", Map.of("minutes", 20));
		var waiting = placed(shop);
		var delivered = placed(shop);
		for (var step : List.of("acceptance", "dispatch", "delivery")) {
			owner().post("/api/v1/owner/orders/" + delivered + "/" + step, Map.of("minutes", 20));
		}

		var terminal = terminal(shop);

		assertThat(terminal.seen()).startsWith(waiting + " PLACED", taken + " ACCEPTED", "ready");
		assertThat(terminal.events().get(2).data().at("/open").asInt()).isEqualTo(2);
	}

	@Test
	void aTerminalResumesWhereItWas() {
		var shop = aShop();
		var known = placed(shop);
		var before = terminal(shop);
		var at = before.lastEventId();
		before.close();

		var missed = placed(shop);
		owner().post("/api/v1/owner/orders/" + known + "/acceptance", Map.of("minutes", 20));
		var cancelled = placed(shop);
		shopper().post("/api/v1/orders/" + cancelled + "/cancellation", "");
		var after = keep(Terminal.resume(owner(), stream(shop), at));

		await().until(after::isReady);
		assertThat(after.seen()).startsWith(missed + " PLACED", known + " ACCEPTED", cancelled + " CANCELLED", "ready");
	}

	@Test
	void aHeartbeatShowsThatTheStreamLivesAndMovesThePlaceToResumeAt() {
		var terminal = terminal(aShop());
		var ready = terminal.lastEventId();
		placed(aShop());

		await().until(() -> terminal.heartbeats() > 1 && !terminal.lastEventId().equals(ready));
	}

	@Test
	void aTransactionThatCommitsLateIsNotMissed() {
		var shop = aShop();
		var late = placed(shop);
		var terminal = terminal(shop);

		transactions.executeWithoutResult((_) -> {
			jdbc.sql("update orders set wish = 'late', version = version + 1 where id = ?::uuid").param(late).update();
			var early = placed(shop);
			await().untilAsserted(() -> assertThat(terminal.seen()).endsWith(early + " PLACED"));
		});

		await().untilAsserted(() -> assertThat(terminal.seen()).endsWith(late + " PLACED"));
		var resumed = keep(Terminal.resume(owner(), stream(shop), terminal.events().get(2).lastId()));
		await().until(resumed::isReady);
		assertThat(resumed.events()).extracting((event) -> event.data().at("/wish").asString("")).contains("late");
	}

	@Test
	void aSecondInstanceShowsWhatTheFirstHasDoneAndARestartMissesNothing() {
		var shop = aShop();
		placed(shop);
		String at;
		String seenThere;
		try (var second = secondInstance()) {
			var there = new Calls(second.getWebServer().getPort(), owner().token());
			var terminal = keep(Terminal.open(there, stream(shop)));
			await().until(terminal::isReady);
			seenThere = placed(shop);
			await().untilAsserted(() -> assertThat(terminal.seen()).endsWith(seenThere + " PLACED"));
			at = terminal.lastEventId();
			terminals.remove(terminal);
			second.close();
			await().atMost(Duration.ofSeconds(5)).until(terminal::hasEnded);
		}
		var whileItWasGone = placed(shop);

		var resumed = keep(Terminal.resume(owner(), stream(shop), at));
		await().untilAsserted(() -> assertThat(resumed.seen()).contains(whileItWasGone + " PLACED"));
	}

	@Test
	void pollingShowsTheSame() {
		var shop = aShop();
		var order = placed(shop);

		var open = poll(shop, null);
		assertThat(open.get("orders")).isEqualTo(List.of(order + " PLACED"));
		var nothing = poll(shop, (String) open.get("since"));
		assertThat(nothing.get("orders")).isEqualTo(List.of());
		shopper().post("/api/v1/orders/" + order + "/cancellation", "");
		var next = placed(shop);
		assertThat(poll(shop, (String) nothing.get("since")).get("orders"))
			.isEqualTo(List.of(order + " CANCELLED", next + " PLACED"));
	}

	@Test
	void aShopperFollowsAnOrderToItsEnd() {
		var shop = aShop();
		var order = placed(shop);
		var path = "/api/v1/orders/" + order + "/stream";
		var stream = keep(Terminal.open(shopper(), path));
		await().untilAsserted(() -> assertThat(stream.seen()).containsExactly(order + " PLACED"));

		for (var step : List.of("acceptance", "dispatch", "delivery")) {
			owner().post("/api/v1/owner/orders/" + order + "/" + step, Map.of("minutes", 20));
		}

		await().until(stream::hasEnded);
		assertThat(stream.seen()).startsWith(order + " PLACED").endsWith(order + " DELIVERED");
		assertThat(stream.lastEventId()).isEqualTo("4");
		assertThat(Terminal.resume(shopper(), path, "4").status()).isEqualTo(204);
		var again = keep(Terminal.resume(shopper(), path, "2"));
		await().until(again::hasEnded);
		assertThat(again.seen()).containsExactly(order + " DELIVERED");
	}

	@Test
	void streamsOfOthersAreNotThere() {
		var shop = aShop();
		var order = placed(shop);
		var stranger = as(UUID.randomUUID(), "OWNER");

		var refused = stranger.send("GET", stream(shop), null, "Accept", "text/event-stream");
		assertThat(refused.status()).isEqualTo(404);
		assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
		assertThat(refused.at("type")).endsWith("/not-found");
		assertThat(stranger.get("/api/v1/owner/orders/changes?shopId=" + shop).status()).isEqualTo(404);
		assertThat(Terminal.open(stranger, "/api/v1/orders/" + order + "/stream").status()).isEqualTo(404);
		assertThat(Terminal.open(shopper(), stream(shop)).status()).isEqualTo(403);
	}

	@Test
	void aPlaceOfAnotherShopIsRefused() {
		var here = terminal(aShop());

		assertThat(Terminal.resume(owner(), stream(aShop()), here.lastEventId()).status()).isEqualTo(400);
		assertThat(Terminal.resume(owner(), stream(aShop()), "nonsense").status()).isEqualTo(400);
	}

	private Terminal terminal(UUID shop) {
		var terminal = keep(Terminal.open(owner(), stream(shop)));
		await().until(terminal::isReady);
		return terminal;
	}

	private Terminal keep(Terminal terminal) {
		terminals.add(terminal);
		return terminal;
	}

	private Map<String, Object> poll(UUID shop, String since) {
		var orders = new ArrayList<String>();
		var place = since;
		boolean more;
		do {
			var page = owner()
				.get("/api/v1/owner/orders/changes?shopId=" + shop + ((place != null) ? "&since=" + place : ""));
			assertThat(page.status()).as(page.text()).isEqualTo(200);
			page.body()
				.at("/items")
				.forEach((item) -> orders.add(item.at("/id").asString() + " " + item.at("/status").asString()));
			place = page.at("since");
			more = page.body().at("/more").asBoolean();
		}
		while (more);
		return Map.of("orders", List.copyOf(orders), "since", place);
	}

	private static String stream(UUID shop) {
		return "/api/v1/owner/orders/stream?shopId=" + shop;
	}

	private static ServletWebServerApplicationContext secondInstance() {
		var properties = new HashMap<String, Object>(properties());
		properties.put("server.port", "0");
		return (ServletWebServerApplicationContext) new SpringApplicationBuilder(OrderServiceApplication.class)
			.properties(properties)
			.run("--server.port=0");
	}

}
