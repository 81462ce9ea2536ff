package dev.jangteo.local.demo;

import java.util.List;
import java.util.Map;

/**
 * What the shopper wants.
 */
record Basket(String kimbap, String tteokbokki, String mild, String special) {

	Map<String, Object> form(String shop) {
		return order(shop, List.of(line(this.kimbap, 2, List.of()), line(this.tteokbokki, 1, List.of(this.mild)),
				line(this.special, 1, List.of())), 4500 * 2 + 7500 + 9000 + 2000);
	}

	static Map<String, Object> of(String shop, String product, int quantity, int total) {
		return order(shop, List.of(line(product, quantity, List.of())), total);
	}

	static Map<String, Object> won(int amount) {
		return Map.of("amount", amount, "currency", "KRW");
	}

	private static Map<String, Object> order(String shop, List<Map<String, Object>> lines, int total) {
		return Map.of("shopId", shop, "lines", lines, "delivery",
				Map.of("address", "서울특별시 성동구 서울숲길 17", "detail", "2층 왼쪽 문", "location",
						Map.of("lat", 37.5462, "lng", 127.0536), "phone", "010-0000-0000"),
				"wish", "젓가락은 두 개 주세요.", "paymentMethod", "PAY_ON_DELIVERY", "expectedTotal", won(total));
	}

	private static Map<String, Object> line(String product, int quantity, List<String> options) {
		return Map.of("productId", product, "quantity", quantity, "options", options);
	}

}
