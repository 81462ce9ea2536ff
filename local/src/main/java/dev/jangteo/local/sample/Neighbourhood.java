package dev.jangteo.local.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Shops and goods around Seongsu-dong in Seoul, the same for the same seed.
 */
final class Neighbourhood {

	static final double LATITUDE = 37.5446;

	static final double LONGITUDE = 127.0559;

	private static final double METERS_PER_DEGREE = 111_320;

	private static final int FARTHEST_METERS = 2600;

	private static final List<String> STREETS = List.of("성수이로", "연무장길", "왕십리로", "뚝섬로", "서울숲길", "아차산로", "광나루로", "상원길",
			"성덕정길", "둘레길", "동일로", "고산자로");

	private static final List<String> FIRST_WORDS = List.of("서울숲", "뚝섬", "성수", "강변", "은행나무", "골목", "햇살", "달빛", "두물",
			"새벽", "노을", "느티나무", "돌담", "버드나무", "모퉁이", "언덕", "나루", "솔바람", "구름", "물레", "바람개비", "참새", "고래", "여우", "두루미",
			"감나무", "민들레", "동백", "조약돌", "징검다리");

	private static final List<String> SECOND_WORDS = List.of("", "", "정든 ", "이모네 ", "삼촌네 ", "할머니 ", "형제 ", "자매 ",
			"우리동네 ", "정성 ", "소문난 ", "손맛 ", "작은 ", "열두시 ", "첫번째 ", "오래된 ");

	private static final List<String> PRAISES = List.of("그날 들여온 재료로 만듭니다.", "주문을 받고 바로 준비합니다.", "이 동네에서 오래 사랑받았습니다.",
			"선물하기에도 좋습니다.", "가장 많이 찾으시는 메뉴입니다.", "양이 넉넉합니다.", "단골손님이 추천합니다.", "계절에 따라 산지가 바뀝니다.");

	private static final List<String> ADJECTIVES = List.of("", "", "", "국내산 ", "오늘의 ", "특선 ", "엄마손 ", "아침에 들어온 ");

	private final Random random;

	private final Set<String> names = new HashSet<>();

	Neighbourhood(long seed) {
		this.random = new Random(seed);
	}

	List<Shop> shops(int count, int productsEach) {

		var shops = new ArrayList<Shop>();

		for (int i = 0; i < count; i++) {
			shops.add(shop(i, productsEach));
		}

		return List.copyOf(shops);
	}

	private Shop shop(int number, int products) {

		var kind = Goods.KINDS.get(number % Goods.KINDS.size());
		var name = name(kind);
		var street = pick(STREETS);
		var angle = this.random.nextDouble() * 2 * Math.PI;
		var meters = Math.sqrt(this.random.nextDouble()) * FARTHEST_METERS;

		return new Shop(name, kind.category(), name + "입니다. " + pick(PRAISES),
				"02-%04d-%04d".formatted(this.random.nextInt(1000), this.random.nextInt(10_000)),
				"서울특별시 성동구 %s %d".formatted(street, 1 + this.random.nextInt(180)),
				rounded(LATITUDE + meters * Math.sin(angle) / METERS_PER_DEGREE),
				rounded(LONGITUDE
						+ meters * Math.cos(angle) / (METERS_PER_DEGREE * Math.cos(Math.toRadians(LATITUDE)))),
				2000 + 500 * this.random.nextInt(5), 1000 * this.random.nextInt(4),
				5000 + 1000 * this.random.nextInt(11), kind.opens(), kind.closes(), this.random.nextInt(5) == 0,
				products(kind, products));
	}

	private String name(Goods kind) {

		while (true) {

			var name = "%s %s%s".formatted(pick(FIRST_WORDS), pick(SECOND_WORDS), pick(kind.signs()));

			if (this.names.add(name)) {
				return name;
			}
		}
	}

	private List<Product> products(Goods kind, int count) {

		var titles = new LinkedHashSet<String>();
		var products = new ArrayList<Product>();
		var goods = new ArrayList<>(kind.goods());
		Collections.shuffle(goods, this.random);

		for (int i = 0; products.size() < count; i++) {

			var item = goods.get(i % goods.size());
			var size = this.random.nextInt(kind.variants().size());
			var title = "%s%s (%s)".formatted(pick(ADJECTIVES), item.name(), kind.variants().get(size));

			if (!titles.add(title)) {
				continue;
			}

			products.add(new Product("P%03d".formatted(products.size() + 1), title, title + ". " + pick(PRAISES),
					price(item.price(), size), kind.category(), item.name(),
					(products.size() % 2 == 0) ? kind.extras() : List.of(), stock()));
		}

		return List.copyOf(products);
	}

	// Sizes cost more; shops differ by up to a tenth.
	private int price(int base, int size) {

		var factor = (1 + 0.55 * size) * (0.95 + this.random.nextDouble() * 0.15);
		return (int) (Math.round(base * factor / 100) * 100);
	}

	// A few goods are limited.
	private int stock() {
		return (this.random.nextInt(40) == 0) ? 5 + this.random.nextInt(46) : Product.UNLIMITED;
	}

	private <T> T pick(List<T> choices) {
		return choices.get(this.random.nextInt(choices.size()));
	}

	private static double rounded(double degrees) {
		return Math.round(degrees * 1e6) / 1e6;
	}

	/**
	 * A shop of the sample.
	 */
	record Shop(String name, String category, String description, String phone, String address, double latitude,
			double longitude, int radiusMeters, int fee, int minimum, int opens, int closes, boolean rests,
			List<Product> products) {

		Map<String, Object> form() {

			var near = this.radiusMeters / 2;

			return Map.ofEntries(Map.entry("name", this.name), Map.entry("category", this.category),
					Map.entry("description", this.description), Map.entry("phone", this.phone),
					Map.entry("address", this.address),
					Map.entry("location", Map.of("lat", this.latitude, "lng", this.longitude)),
					Map.entry("zone", "Asia/Seoul"), Map.entry("currency", "KRW"),
					Map.entry("deliveryRadiusMeters", this.radiusMeters),
					Map.entry("deliveryFees",
							List.of(Map.of("uptoMeters", near, "fee", won(this.fee)),
									Map.of("uptoMeters", this.radiusMeters, "fee", won(this.fee + 1500)))),
					Map.entry("minimumOrder", won(this.minimum)), Map.entry("opening", opening()));
		}

		private Map<String, Object> opening() {

			var days = new ArrayList<Map<String, Object>>();

			for (String day : List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")) {

				if (this.rests && day.equals("MONDAY")) {
					continue;
				}

				days.add(Map.of("day", day, "open", hour(this.opens), "close", hour(this.closes), "breaks", List.of()));
			}

			return Map.of("weekly", days, "holidays", List.of(), "temporarilyClosed", false);
		}

		private static String hour(int hour) {
			return "%02d:00".formatted(hour);
		}

	}

	/**
	 * Something a shop of the sample sells.
	 *
	 * @param stock how many there are, or {@link #UNLIMITED}
	 */
	record Product(String externalId, String title, String description, int price, String category, String kind,
			List<Goods.Item> extras, int stock) {

		static final int UNLIMITED = -1;

		Map<String, Object> form() {
			return Map.of("externalId", this.externalId, "title", this.title, "description", this.description, "price",
					won(this.price), "categoryPath", List.of(this.category, this.kind), "optionGroups",
					this.extras.isEmpty() ? List.of() : List.of(extra()), "soldOut", false);
		}

		private Map<String, Object> extra() {
			return Map.of("name", "추가 선택", "required", false, "max", this.extras.size(), "options",
					this.extras.stream()
						.map((item) -> Map.of("name", item.name(), "extraPrice", won(item.price())))
						.toList());
		}

	}

	static Map<String, Object> won(int amount) {
		return Map.of("amount", amount, "currency", "KRW");
	}

}
