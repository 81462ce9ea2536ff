package dev.jangteo.benchmarks.platform;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.jangteo.benchmarks.figures.Unmeasurable;

/**
 * Shops and products of this run, made through the owner API, open around the clock.
 *
 * @param owner of all of them
 * @param shops made
 */
public record Neighbourhood(UUID owner, List<Shop> shops) {

	/** Where there is no shop-service. */
	public static final Neighbourhood NONE = new Neighbourhood(UUID.randomUUID(), List.of());

	public static final int SHOPS = 100;

	/** Of each shop. */
	private static final int PRODUCTS = 4;

	/** In won, for any distance. */
	public static final int DELIVERY_FEE = 2000;

	static final double LATITUDE = 37.5665;

	static final double LONGITUDE = 126.9012;

	private static final List<String> DAYS = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY",
			"SUNDAY");

	private static final int AT_ONCE = 8;

	public Neighbourhood {
		shops = List.copyOf(shops);
	}

	/**
	 * A shop.
	 *
	 * @param id of it
	 * @param products it sells
	 */
	public record Shop(UUID id, List<Product> products) {
	}

	/**
	 * A product without options and with unlimited stock.
	 *
	 * @param id of it
	 * @param price in won
	 */
	public record Product(UUID id, int price) {
	}

	static Neighbourhood make(URI shopService, Tokens tokens) {
		UUID owner = UUID.randomUUID();
		String token = tokens.of(owner, "OWNER");
		Http http = new Http();
		try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
			List<Future<Shop>> made = new ArrayList<>();
			for (int i = 0; i < SHOPS; i++) {
				int number = i;
				made.add(workers.submit(() -> shop(http, shopService, token, number)));
			}
			List<Shop> all = new ArrayList<>();
			for (Future<Shop> shop : made) {
				all.add(shop.get());
			}
			return new Neighbourhood(owner, all);
		}
		catch (ExecutionException ex) {
			throw new Unmeasurable("The neighbourhood was not made: " + Unmeasurable.firstReason(ex), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Unmeasurable("Interrupted.", ex);
		}
	}

	private static Shop shop(Http http, URI shopService, String token, int number) {
		UUID id = created(
				http.send("POST", shopService.resolve("/api/v1/owner/shops"), token, body(number, "동네 가게 " + number)));
		Product[] made = new Product[PRODUCTS];
		Arrays.setAll(made, (i) -> {
			int price = 9000 + i * 500;
			return new Product(
					created(http.send("POST", shopService.resolve("/api/v1/owner/shops/%s/products".formatted(id)),
							token, Map.of("title", "메뉴 %d-%d".formatted(number, i), "description", "매일 아침 준비합니다.",
									"price", won(price), "categoryPath", List.of("식사", "한 그릇")))),
					price);
		});
		return new Shop(id, List.of(made));
	}

	/**
	 * A shop as its owner sends it.
	 */
	public static Map<String, Object> body(int number, String name) {
		return Map.of("name", name, "category", "korean", "description", "골목 안쪽의 작은 식당", "phone", "02-123-4567",
				"address", "서울 마포구 성산로 %d".formatted(number + 1), "location",
				Map.of("lat", LATITUDE + number % 40 * 0.0001, "lng", LONGITUDE + number / 40 * 0.0001),
				"deliveryRadiusMeters", 3000, "deliveryFees",
				List.of(Map.of("uptoMeters", 3000, "fee", won(DELIVERY_FEE))), "minimumOrder", won(5000), "opening",
				Map.of("weekly",
						DAYS.stream().map((day) -> Map.of("day", day, "open", "00:00", "close", "00:00")).toList()));
	}

	/**
	 * A place to deliver to, near all shops.
	 */
	public static Map<String, Object> door() {
		return Map.of("lat", LATITUDE + 0.001, "lng", LONGITUDE + 0.001);
	}

	public static Map<String, Object> won(int amount) {
		return Map.of("amount", amount, "currency", "KRW");
	}

	private static UUID created(Http.Answer answer) {
		if (answer.status() != 201) {
			throw new Unmeasurable("shop-service answered %d: %s".formatted(answer.status(), answer.body()));
		}
		return UUID.fromString(answer.body().required("id").asString());
	}

}
