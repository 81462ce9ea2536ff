package dev.jangteo.acceptance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.jangteo.local.api.Answer;
import dev.jangteo.local.api.Api;

/**
 * A shop that never closes, its owner, one dish, and a shopper who lives round the
 * corner.
 *
 * @param owner of the shop
 * @param shopper nobody else's orders are theirs
 * @param shop id of the shop
 * @param dish id of its only product
 */
record Neighbourhood(Api owner, Api shopper, String shop, String dish) {

	static final int PRICE = 12_000;

	static final int FEE = 2_000;

	private static final double LATITUDE = 37.5600;

	private static final double LONGITUDE = 126.9200;

	private static final String PASSWORD = "correct horse battery 7";

	/**
	 * Returns once the search shows the shop and order-service can price its dish.
	 */
	static Neighbourhood open(Stage stage) {

		var owner = member(stage, "OWNER");
		var shopper = member(stage, "SHOPPER");
		var shop = owner.post("/api/v1/owner/shops", shopOf("이웃 비빔밥")).expect(201).text("id");
		var dish = owner.post("/api/v1/owner/shops/" + shop + "/products", dishOf("비빔밥", PRICE)).expect(201).text("id");
		var neighbourhood = new Neighbourhood(owner, shopper, shop, dish);

		stage.eventually("the shop's page has its dish",
				() -> stage.anyone().get("/api/v1/shops/" + shop).expect(200).body().path("menu").size() == 1);
		stage.eventually("the shop can be ordered from",
				() -> neighbourhood.order(UUID.randomUUID().toString()).status() == 201);

		return neighbourhood;
	}

	/**
	 * A new member of that role, logged in.
	 */
	static Api member(Stage stage, String role) {

		var email = role.toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID() + "@example.com";

		// Hashing of passwords is bounded: a busy machine asks to come again.
		stage.eventually("the member is registered",
				() -> stage.anyone()
					.post("/api/v1/members", Map.of("email", email, "password", PASSWORD, "name", "이웃", "role", role))
					.status() == 201);

		return stage.anyone().login(email, PASSWORD);
	}

	/**
	 * The shopper orders one dish, to be paid at the door.
	 */
	Answer order(String key) {
		return order(key, 1, PRICE + FEE);
	}

	Answer order(String key, int quantity, int expectedTotal) {
		return order(key, quantity, expectedTotal, "PAY_ON_DELIVERY");
	}

	Answer order(String key, int quantity, int expectedTotal, String paymentMethod) {
		return this.shopper.send("POST", "/api/v1/orders",
				Map.of("shopId", this.shop, "lines",
						List.of(Map.of("productId", this.dish, "quantity", quantity, "options", List.of())), "delivery",
						Map.of("address", "서울 마포구 연남로 1", "detail", "2층", "location", place(), "phone",
								"010-0000-0000"),
						"wish", "문 앞에 놓아 주세요", "paymentMethod", paymentMethod, "expectedTotal", won(expectedTotal)),
				Map.of("Idempotency-Key", key));
	}

	/**
	 * The owner moves an order on: {@code acceptance}, {@code dispatch} or
	 * {@code delivery}.
	 */
	Answer moveOn(String order, String step) {
		return this.owner.post("/api/v1/owner/orders/" + order + "/" + step,
				step.equals("acceptance") ? Map.of("minutes", 25) : Map.of());
	}

	Answer change(String description) {

		var path = "/api/v1/owner/products/" + this.dish;
		var before = this.owner.get(path).expect(200);
		var body = dishOf(description, PRICE);

		return this.owner.send("PUT", path, body, Map.of("If-Match", before.etag()));
	}

	static String nearby() {
		return "/api/v1/shops?lat=" + LATITUDE + "&lng=" + LONGITUDE + "&radius=2000&sort=distance&limit=25";
	}

	static Map<String, Object> won(int amount) {
		return Map.of("amount", amount, "currency", "KRW");
	}

	private static Map<String, Object> place() {
		return Map.of("lat", LATITUDE, "lng", LONGITUDE);
	}

	private static Map<String, Object> shopOf(String name) {

		var always = Stream.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
			.map((day) -> Map.of("day", day, "open", "00:00", "close", "00:00"))
			.toList();

		return Map.ofEntries(Map.entry("name", name), Map.entry("category", "korean"),
				Map.entry("description", "밥과 나물"), Map.entry("phone", "02-123-4567"),
				Map.entry("address", "서울 마포구 연남로 2"), Map.entry("location", place()),
				Map.entry("deliveryRadiusMeters", 3000),
				Map.entry("deliveryFees", List.of(Map.of("uptoMeters", 3000, "fee", won(FEE)))),
				Map.entry("minimumOrder", won(10_000)), Map.entry("opening", Map.of("weekly", always)));
	}

	private static Map<String, Object> dishOf(String title, int price) {
		return Map.of("title", title, "description", "고추장과 참기름", "price", won(price), "categoryPath", List.of("한식"));
	}

}
