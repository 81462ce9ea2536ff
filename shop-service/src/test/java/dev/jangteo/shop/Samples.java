package dev.jangteo.shop;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What owners write.
 */
final class Samples {

	static final String SHOP = """
			{"name":"성산동 화덕피자","category":"pizza","description":"참나무 화덕","phone":"02-123-4567",
			 "address":"서울 마포구 성산로 12, 1층","location":{"lat":37.5665,"lng":126.9012},
			 "zone":"Asia/Seoul","currency":"KRW","deliveryRadiusMeters":3000,
			 "deliveryFees":[{"uptoMeters":1000,"fee":{"amount":2000,"currency":"KRW"}},
			                 {"uptoMeters":3000,"fee":{"amount":3500,"currency":"KRW"}}],
			 "minimumOrder":{"amount":12000,"currency":"KRW"},
			 "opening":{"weekly":[{"day":"MONDAY","open":"11:00","close":"22:00",
			                       "breaks":[{"from":"15:00","to":"17:00"}]}],
			            "holidays":["2026-12-25"],"temporarilyClosed":false},
			 "images":["https://example.com/a.jpg"]}
			""";

	static final String PRODUCT = """
			{"externalId":"SKU-1","title":"마르게리타","description":"바질","price":{"amount":18000,"currency":"KRW"},
			 "brand":"화덕","gtin":"4006381333931","link":"https://example.com/p/1",
			 "categoryPath":["피자","클래식"],"images":["https://example.com/m.jpg"],
			 "optionGroups":[{"name":"크기","required":true,"max":1,"options":[
			   {"name":"레귤러","extraPrice":{"amount":0,"currency":"KRW"}},
			   {"name":"라지","extraPrice":{"amount":3000,"currency":"KRW"}}]}],
			 "soldOut":false}
			""";

	private static final JsonMapper JSON = new JsonMapper();

	private Samples() {
	}

	/**
	 * The same with another value at a path such as {@code opening.weekly.0.open}; JSON
	 * null takes it away.
	 */
	static String with(String json, String path, String value) {

		var root = JSON.readTree(json);
		var dot = path.lastIndexOf('.');
		var parent = root.at((dot < 0) ? "" : "/" + path.substring(0, dot).replace('.', '/'));

		((ObjectNode) parent).set(path.substring(dot + 1), JSON.readTree(value));
		return JSON.writeValueAsString(root);
	}

}
