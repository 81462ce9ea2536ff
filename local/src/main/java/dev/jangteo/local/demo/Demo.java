package dev.jangteo.local.demo;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.StreamSupport;

import dev.jangteo.local.api.Answer;
import dev.jangteo.local.api.Api;
import dev.jangteo.local.api.Event;
import dev.jangteo.local.api.Unexpected;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The story. It needs nothing but a gateway and the payment provider's sandbox: it brings
 * its own owner, shop and shopper, and closes the shop when it is told. Whatever answers
 * otherwise than promised ends it.
 */
public final class Demo {

	private static final double LATITUDE = 37.5446;

	private static final double LONGITUDE = 127.0559;

	private static final Duration EVENTUALLY = Duration.ofSeconds(30);

	private static final String PASSWORD = "demo-password-1";

	private static final List<String> FOLLOWING = List.of("member-service", "order-service", "payment-service",
			"review-service", "search-service");

	private final Api anyone;

	private final URI sandbox;

	private final String operatorEmail;

	private final String operatorPassword;

	private final Story story;

	private final String suffix = UUID.randomUUID().toString().substring(0, 8);

	private final String shopName = "장터 시범분식 " + this.suffix;

	/**
	 * A demo.
	 * @param sandbox of the payment provider
	 */
	public Demo(URI gateway, URI sandbox, String operatorEmail, String operatorPassword, Story story) {

		this.anyone = Api.at(gateway);
		this.sandbox = sandbox;
		this.operatorEmail = operatorEmail;
		this.operatorPassword = operatorPassword;
		this.story = story;
	}

	/**
	 * Walks through everything.
	 * @throws Unexpected at the first thing that is not as promised
	 */
	public void walk() {

		this.story.chapter("An owner opens a shop");
		var owner = member("owner", "박정훈", "OWNER");
		var shop = openShop(owner);

		try {

			var kimbap = sell(owner, shop, "참치김밥", 4500, List.of());
			var tteokbokki = sell(owner, shop, "로제떡볶이", 7500, List.of(Map.of("name", "맵기", "required", true, "max", 1,
					"options", List.of(option("순한맛", 0), option("아주 매운맛", 500)))));
			var special = sell(owner, shop, "오늘의 한정 도시락", 9000, List.of());
			limit(owner, special, 2);

			this.story.chapter("A shopper finds it");
			var shopper = member("shopper", "이하늘", "SHOPPER");
			var page = find(shop, Set.of(kimbap, tteokbokki, special));
			var mild = choice(page, tteokbokki, "순한맛");

			var order = order(shopper, owner, shop, new Basket(kimbap, tteokbokki, mild, special));
			refusals(shopper, owner, shop, kimbap, special);
			review(shopper, owner, shop, order);

			var operator = this.anyone.login(this.operatorEmail, this.operatorPassword);
			new CardPayments(shopper, owner, operator, this.sandbox, shop, kimbap, this.story).walk();

			this.story.chapter("An operator looks after it");
			lookAfter(operator);
		}
		finally {
			closeDown(owner, shop);
		}
	}

	private String order(Api shopper, Api owner, String shop, Basket basket) {

		this.story.chapter("They agree on an order");

		var seen = ConcurrentHashMap.<String>newKeySet();
		var connected = new CountDownLatch(1);

		try (var _ = owner.stream("/api/v1/owner/orders/stream?shopId=" + shop,
				(event) -> remember(event, seen, connected))) {

			Waiting.atMost(EVENTUALLY, "the owner's terminal to connect", () -> connected.getCount() == 0);
			this.story.step("owner", "opens the order terminal (a stream of server-sent events)");

			var wanted = basket.form(shop);
			var key = UUID.randomUUID().toString();
			var start = System.nanoTime();
			var placed = place(shopper, wanted, key).expect(201);
			var order = placed.text("id");

			check(placed, "status", "PLACED");
			checkMoney(placed, "total", 4500 * 2 + 7500 + 9000 + 2000);
			this.story.step("shopper", "orders for %s won, to be paid at the door: %s"
				.formatted(placed.body().path("total").path("amount").asString(), order));

			Waiting.atMost(EVENTUALLY, "the order on the owner's terminal", () -> seen.contains(order + " PLACED"));
			this.story.step("owner", "sees it on the terminal %d ms after it was sent"
				.formatted((System.nanoTime() - start) / 1_000_000));

			check(place(shopper, wanted, key).expect(201), "id", order);
			this.story.step("shopper", "sends it twice by mistake (same Idempotency-Key): still one order");

			move(owner, order, "acceptance", Map.of("minutes", 20), "ACCEPTED", "accepts it, ready in 20 minutes");
			move(owner, order, "dispatch", null, "DISPATCHED", "sends the rider off");
			move(owner, order, "delivery", null, "DELIVERED", "hands it over and takes the money");

			check(shopper.get("/api/v1/orders/" + order).expect(200), "status", "DELIVERED");
			this.story.step("shopper", "reads the order: DELIVERED");

			Waiting.atMost(EVENTUALLY, "every step on the owner's terminal", () -> seen.contains(order + " DELIVERED"));
			this.story.step("owner", "has seen every step on the terminal");

			var stranger = member("stranger", "정다은", "SHOPPER");
			stranger.get("/api/v1/orders/" + order).expect(404);
			this.story.step("stranger", "asks for that order: 404, as if there were none");

			return order;
		}
	}

	private void refusals(Api shopper, Api owner, String shop, String kimbap, String special) {

		this.story.chapter("Not every order comes about");

		refused(place(shopper, Basket.of(shop, special, 2, 9000 * 2 + 2000), key()), "SOLD_OUT",
				"wants two of the last one");
		refused(place(shopper, Basket.of(shop, kimbap, 1, 4500 + 2000), key()), "BELOW_MINIMUM",
				"wants less than the shop delivers for");
		refused(place(shopper, Basket.of(shop, kimbap, 2, 8000), key()), "PRICE_CHANGED", "expects an old price");

		var rejected = place(shopper, Basket.of(shop, special, 1, 9000 + 2000), key()).expect(201).text("id");
		owner
			.post("/api/v1/owner/orders/%s/rejection".formatted(rejected),
					Map.of("reason", "TOO_BUSY", "message", "주문이 밀려 있습니다."))
			.expect(200);
		var read = shopper.get("/api/v1/orders/" + rejected).expect(200);
		check(read, "status", "REJECTED");
		this.story.step("owner",
				"refuses an order: %s, \"%s\"".formatted(read.body().path("rejection").path("reason").stringValue(""),
						read.body().path("rejection").path("message").stringValue("")));

		var stock = owner.get("/api/v1/owner/products/%s/stock".formatted(special)).expect(200);
		checkNumber(stock, "quantity", 1);
		this.story.step("owner", "has the refused portion back in stock: 1 left");

		var cancelled = place(shopper, Basket.of(shop, kimbap, 2, 4500 * 2 + 2000), key()).expect(201).text("id");
		check(shopper.post("/api/v1/orders/%s/cancellation".formatted(cancelled), Map.of()).expect(200), "status",
				"CANCELLED");
		this.story.step("shopper", "changes their mind before it is accepted: CANCELLED");
	}

	private void review(Api shopper, Api owner, String shop, String order) {

		this.story.chapter("They speak of it");

		var review = shopper
			.post("/api/v1/reviews",
					Map.of("orderId", order, "stars", 5, "text", "떡볶이가 정말 맛있어요. 010-0000-0000", "authorName", "하늘"))
			.expect(201)
			.text("id");
		this.story.step("shopper", "gives five stars and, by mistake, a phone number");

		var path = "/api/v1/shops/%s/reviews".formatted(shop);
		Waiting.atMost(EVENTUALLY, "the review on the shop's page",
				() -> this.anyone.get(path).expect(200).body().toString().contains(review));
		this.story.step("anyone", "reads it, without the number: \"%s\""
			.formatted(this.anyone.get(path).expect(200).body().path("items").path(0).path("text").stringValue("")));

		owner.post("/api/v1/owner/reviews/%s/reply".formatted(review), Map.of("text", "고맙습니다!")).expect(200, 201);
		this.story.step("owner", "answers it");
	}

	private void lookAfter(Api operator) {

		for (String service : FOLLOWING) {

			var letters = operator.get("/api/v1/ops/dead-letters?service=" + service).expect(200);
			var reports = operator.send("POST", "/api/v1/ops/reconciliation?service=" + service, null, Map.of())
				.expect(200, 202);

			this.story.step("operator", "%s: %d dead letters".formatted(service, letters.body().path("items").size()));

			for (JsonNode report : reports.body().path("items")) {

				if (report.path("left").asInt(0) > 0) {
					throw new Unexpected("A copy differs from its owner after reconciliation: " + report);
				}

				this.story.step("operator",
						"%s compares its copy of %s with the owner: %d compared, %d differ".formatted(service,
								report.path("follower").stringValue(""), report.path("compared").asLong(0),
								report.path("drift").asInt(0) - report.path("mended").asInt(0)));
			}
		}
	}

	private String openShop(Api owner) {

		var days = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
			.stream()
			.map((day) -> Map.of("day", day, "open", "00:00", "close", "00:00", "breaks", List.of()))
			.toList();

		var shop = owner.post("/api/v1/owner/shops", Map.ofEntries(Map.entry("name", this.shopName),
				Map.entry("category", "분식"), Map.entry("description", "시범 주문을 받는 가게입니다."),
				Map.entry("phone", "02-0000-0000"), Map.entry("address", "서울특별시 성동구 연무장길 1"),
				Map.entry("location", Map.of("lat", LATITUDE, "lng", LONGITUDE)), Map.entry("zone", "Asia/Seoul"),
				Map.entry("currency", "KRW"), Map.entry("deliveryRadiusMeters", 2000),
				Map.entry("deliveryFees", List.of(Map.of("uptoMeters", 2000, "fee", Basket.won(2000)))),
				Map.entry("minimumOrder", Basket.won(5000)),
				Map.entry("opening", Map.of("weekly", days, "holidays", List.of()))))
			.expect(201);

		this.story.step("owner", "opens \"%s\" in Seongsu-dong: %s".formatted(this.shopName, shop.text("id")));
		return shop.text("id");
	}

	private String sell(Api owner, String shop, String title, int price, List<Map<String, Object>> optionGroups) {

		var product = owner
			.post("/api/v1/owner/shops/%s/products".formatted(shop), Map.of("title", title, "price", Basket.won(price),
					"categoryPath", List.of("분식"), "optionGroups", optionGroups))
			.expect(201);

		this.story.step("owner", "sells %s for %d won".formatted(title, price));
		return product.text("id");
	}

	private void limit(Api owner, String product, int quantity) {

		var path = "/api/v1/owner/products/%s/stock".formatted(product);

		Waiting.atMost(EVENTUALLY, "order-service to know the product",
				() -> owner.send("PUT", path, Map.of("quantity", quantity), Map.of()).status() == 200);
		this.story.step("owner", "has %d of the last one".formatted(quantity));
	}

	private Answer find(String shop, Set<String> products) {

		var start = System.nanoTime();
		var list = "/api/v1/shops?lat=%s&lng=%s&radius=1000&openNow=true&sort=distance&limit=100".formatted(LATITUDE,
				LONGITUDE);

		Waiting.atMost(EVENTUALLY, "the shop in the search", () -> items(this.anyone.get(list).expect(200)).stream()
			.anyMatch((item) -> item.path("id").stringValue("").equals(shop)));
		this.story.step("shopper", "finds it among the shops within 1 km that are open (waited %d ms)"
			.formatted((System.nanoTime() - start) / 1_000_000));

		Waiting.atMost(EVENTUALLY, "the menu on the shop's page", () -> menu(page(shop)).containsAll(products));

		var page = page(shop);
		check(page, "name", this.shopName);
		this.story.step("shopper", "reads the menu: %d dishes".formatted(menu(page).size()));

		return page;
	}

	private Answer page(String shop) {
		return this.anyone.get("/api/v1/shops/%s?lat=%s&lng=%s".formatted(shop, LATITUDE, LONGITUDE)).expect(200, 404);
	}

	private static Set<String> menu(Answer page) {

		var ids = new HashSet<String>();
		page.body().path("menu").forEach((item) -> ids.add(item.path("id").stringValue("")));
		return ids;
	}

	private static String choice(Answer page, String product, String name) {

		for (JsonNode item : page.body().path("menu")) {
			if (item.path("id").stringValue("").equals(product)) {
				for (JsonNode option : item.path("optionGroups").path(0).path("options")) {
					if (option.path("name").stringValue("").equals(name)) {
						return option.path("id").stringValue("");
					}
				}
			}
		}

		throw new Unexpected("The shop's page does not offer \"%s\": %s".formatted(name, page.body()));
	}

	private static Answer place(Api shopper, Map<String, Object> order, String key) {
		return shopper.send("POST", "/api/v1/orders", order, Map.of("Idempotency-Key", key));
	}

	private void move(Api owner, String order, String step, @Nullable Object body, String status, String says) {

		check(owner.send("POST", "/api/v1/owner/orders/%s/%s".formatted(order, step), body, Map.of()).expect(200),
				"status", status);
		this.story.step("owner", "%s: %s".formatted(says, status));
	}

	private void refused(Answer answer, String reason, String what) {

		check(answer.expect(422), "reason", reason);
		this.story.step("shopper", "%s: %s".formatted(what, reason));
	}

	private Api member(String who, String name, String role) {

		var email = "demo-%s-%s@example.com".formatted(who, this.suffix);

		this.anyone.post("/api/v1/members", Map.of("email", email, "password", PASSWORD, "name", name, "role", role))
			.expect(201);
		var member = this.anyone.login(email, PASSWORD);
		this.story.step(who, "registers as %s and logs in".formatted(email));

		return member;
	}

	private void closeDown(Api owner, String shop) {

		var path = "/api/v1/owner/shops/" + shop;
		var etag = owner.get(path).expect(200).etag();

		owner.send("DELETE", path, null, Map.of("If-Match", etag)).expect(204);
		this.story.step("owner", "closes the shop down again");
	}

	private static void remember(Event event, Set<String> seen, CountDownLatch connected) {

		if (event.name().equals("ready")) {
			connected.countDown();
		}

		seen.add("%s %s".formatted(event.data().path("id").stringValue(""),
				event.data().path("status").stringValue("")));
	}

	private static List<JsonNode> items(Answer list) {
		return StreamSupport.stream(list.body().path("items").spliterator(), false).toList();
	}

	private static Map<String, Object> option(String name, int extra) {
		return Map.of("name", name, "extraPrice", Basket.won(extra));
	}

	private static void check(Answer answer, String field, String expected) {

		if (!answer.text(field).equals(expected)) {
			throw new Unexpected("%s: %s should be %s, but the answer is %s".formatted(answer.request(), field,
					expected, answer.body()));
		}
	}

	private static void checkNumber(Answer answer, String field, long expected) {

		if (answer.body().path(field).asLong(-1) != expected) {
			throw new Unexpected("%s: %s should be %d, but the answer is %s".formatted(answer.request(), field,
					expected, answer.body()));
		}
	}

	private static void checkMoney(Answer answer, String field, long expected) {

		if (answer.body().path(field).path("amount").asLong(-1) != expected) {
			throw new Unexpected("%s: %s should be %d won, but the answer is %s".formatted(answer.request(), field,
					expected, answer.body()));
		}
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

}
