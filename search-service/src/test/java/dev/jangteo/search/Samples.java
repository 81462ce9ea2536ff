package dev.jangteo.search;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** States as shop-service and order-service answer them. */
final class Samples {

	private Samples() {
	}

	static Map<String, Object> shop(String name, double lat, double lng) {
		var shop = new HashMap<String, Object>();
		shop.put("name", name);
		shop.put("category", "pizza");
		shop.put("description", "참나무 화덕에서 굽습니다");
		shop.put("phone", "02-123-4567");
		shop.put("address", "서울 마포구 성산로 12, 1층");
		shop.put("location", Map.of("lat", lat, "lng", lng));
		shop.put("zone", "Asia/Seoul");
		shop.put("currency", "KRW");
		shop.put("deliveryRadiusMeters", 3000);
		shop.put("deliveryFees", List.of(fee(1000, 2000), fee(3000, 3500)));
		shop.put("minimumOrder", won(12000));
		shop.put("opening", always());
		shop.put("images", List.of("https://example.com/a.jpg"));
		shop.put("createdAt", "2026-11-21T03:04:05.678Z");
		return shop;
	}

	static Map<String, Object> product(UUID shop, String title, int price) {
		var product = new HashMap<String, Object>();
		product.put("shopId", shop);
		product.put("title", title);
		product.put("description", "토마토, 모차렐라, 바질");
		product.put("price", won(price));
		product.put("brand", "Napoli");
		product.put("categoryPath", List.of("피자", "클래식"));
		product.put("images", List.of());
		product.put("optionGroups", List.of(Map.of("id", UUID.randomUUID(), "name", "크기", "required", true, "min", 1,
				"max", 1, "options", List.of(Map.of("id", UUID.randomUUID(), "name", "라지", "extraPrice", won(3000))))));
		product.put("soldOut", false);
		product.put("createdAt", "2026-11-21T03:04:05.678Z");
		return product;
	}

	static Map<String, Object> with(Map<String, Object> state, String field, Object value) {
		var changed = new HashMap<>(state);
		changed.put(field, value);
		return changed;
	}

	static Map<String, Object> won(int amount) {
		return Map.of("amount", amount, "currency", "KRW");
	}

	static Map<String, Object> fee(int upto, int amount) {
		return Map.of("uptoMeters", upto, "fee", won(amount));
	}

	static Map<String, Object> always() {
		return opening(0, 1440, false);
	}

	static Map<String, Object> never() {
		return opening(0, 1440, true);
	}

	/** Open each day between two minutes. */
	static Map<String, Object> opening(int from, int to, boolean closed) {
		var intervals = new ArrayList<Map<String, Object>>();
		for (var day : DayOfWeek.values()) {
			intervals.add(Map.of("day", day.name(), "fromMinute", from, "toMinute", to));
		}
		return Map.of("weekly",
				List.of(Map.of("day", "MONDAY", "open", "00:00", "close", "00:00", "breaks", List.of())), "intervals",
				intervals, "holidays", List.of(), "temporarilyClosed", closed);
	}

}
