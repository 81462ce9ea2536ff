import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Shoppers who look and order while the platform is taken apart: java RollingLoad.java
 * http://127.0.0.1:8080 FILE, until FILE exists. A request is repeated as a client may repeat
 * it, an order with the same key, for 90 seconds at most; what has not succeeded by then has
 * failed. In the end each order is there exactly once.
 */
final class RollingLoad {

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final int SHOPPERS = 4;

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	private final String gateway;

	private final AtomicLong requests = new AtomicLong();

	private final AtomicLong repeated = new AtomicLong();

	private final AtomicLong failed = new AtomicLong();

	private final AtomicLong longest = new AtomicLong();

	private final Set<String> orders = ConcurrentHashMap.newKeySet();

	private RollingLoad(String gateway) {
		this.gateway = gateway;
	}

	public static void main(String[] arguments) throws Exception {
		new RollingLoad(arguments[0]).run(Path.of(arguments[1]));
	}

	private void run(Path end) throws Exception {
		var owner = member("OWNER");
		var shopper = member("SHOPPER");
		var shop = id(send("POST", "/api/v1/owner/shops", owner, null, SHOP));
		var dish = id(send("POST", "/api/v1/owner/shops/" + shop + "/products", owner, null, DISH));
		order(shopper, shop, dish);
		send("GET", "/api/v1/shops/" + shop, null, null, null);
		System.out.println("ready");

		var shoppers = new ArrayList<Thread>();
		for (int i = 0; i < SHOPPERS; i++) {
			shoppers.add(Thread.ofVirtual().start(() -> {
				while (!Files.exists(end)) {
					send("GET", "/api/v1/shops/" + shop, null, null, null);
					order(shopper, shop, dish);
					pause(100);
				}
			}));
		}
		for (var thread : shoppers) {
			thread.join();
		}

		var listed = list(shopper);
		var doubled = listed.size() - Set.copyOf(listed).size() + (listed.size() - orders.size());
		System.out.printf("requests %d, repeated %d, failed %d, longest wait %d ms, orders %d, lost or doubled %d%n",
				requests.get(), repeated.get(), failed.get(), longest.get(), orders.size(), doubled);
		System.exit((failed.get() == 0 && doubled == 0 && Set.copyOf(listed).containsAll(orders)) ? 0 : 1);
	}

	private String member(String role) {
		var email = role.toLowerCase() + "-" + UUID.randomUUID() + "@example.com";
		send("POST", "/api/v1/members", null, null, """
				{"email":"%s","password":"correct horse battery 7","name":"Rolling","role":"%s"}""".formatted(email, role));
		return field("accessToken", send("POST", "/api/v1/tokens", null, null, """
				{"email":"%s","password":"correct horse battery 7"}""".formatted(email)));
	}

	private void order(String shopper, String shop, String dish) {
		var answer = send("POST", "/api/v1/orders", shopper, UUID.randomUUID().toString(),
				ORDER.formatted(shop, dish));
		if (answer != null) {
			orders.add(id(answer));
		}
	}

	private List<String> list(String shopper) {
		var all = new ArrayList<String>();
		var cursor = "";
		do {
			var page = send("GET", "/api/v1/orders?limit=100" + cursor, shopper, null, null);
			Pattern.compile("\"id\":\"([^\"]+)\",\"version\"").matcher(page).results().forEach(it -> all.add(it.group(1)));
			var next = Pattern.compile("\"nextCursor\":\"([^\"]+)\"").matcher(page);
			cursor = next.find() ? "&cursor=" + next.group(1) : "";
		}
		while (!cursor.isEmpty());
		return all;
	}

	/** Until it succeeds or is refused for good; null when it has failed. */
	private String send(String method, String path, String token, String key, String body) {
		requests.incrementAndGet();
		var begin = System.nanoTime();
		String last = "";
		while (System.nanoTime() - begin < PATIENCE.toNanos()) {
			try {
				var answer = http.send(request(method, path, token, key, body), BodyHandlers.ofString());
				if (answer.statusCode() < 300) {
					longest.accumulateAndGet((System.nanoTime() - begin) / 1_000_000, Math::max);
					return answer.body();
				}
				last = answer.statusCode() + " " + answer.body();
				if (isFinal(answer, key)) {
					break;
				}
			}
			catch (java.io.IOException ex) {
				last = ex.toString();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			repeated.incrementAndGet();
			pause(300);
		}
		failed.incrementAndGet();
		System.out.println("FAILED " + method + " " + path + ": " + last);
		return null;
	}

	/** A shop that is new may be unknown for a moment: 404 and 422 pass as well. */
	private boolean isFinal(HttpResponse<String> answer, String key) {
		return answer.statusCode() == 400 || answer.statusCode() == 403 || key != null && answer.statusCode() == 401;
	}

	private HttpRequest request(String method, String path, String token, String key, String body) {
		var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(10));
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		if (key != null) {
			request.header("Idempotency-Key", key);
		}
		request.header("Content-Type", "application/json");
		return request.method(method, (body == null) ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
	}

	private static String id(String body) {
		return field("id", body);
	}

	private static String field(String name, String body) {
		var matcher = Pattern.compile("\"" + name + "\" *: *\"([^\"]+)\"").matcher(body);
		if (!matcher.find()) {
			throw new IllegalStateException("no " + name + " in " + body);
		}
		return matcher.group(1);
	}

	private static void pause(int millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final String SHOP = """
			{"name":"Rolling noodles","category":"korean","description":"always open","phone":"02-123-4567",
			"address":"서울 마포구 연남로 2","location":{"lat":37.56,"lng":126.92},"deliveryRadiusMeters":3000,
			"deliveryFees":[{"uptoMeters":3000,"fee":{"amount":2000,"currency":"KRW"}}],
			"minimumOrder":{"amount":10000,"currency":"KRW"},"opening":{"weekly":[
			{"day":"MONDAY","open":"00:00","close":"00:00"},{"day":"TUESDAY","open":"00:00","close":"00:00"},
			{"day":"WEDNESDAY","open":"00:00","close":"00:00"},{"day":"THURSDAY","open":"00:00","close":"00:00"},
			{"day":"FRIDAY","open":"00:00","close":"00:00"},{"day":"SATURDAY","open":"00:00","close":"00:00"},
			{"day":"SUNDAY","open":"00:00","close":"00:00"}]}}""";

	private static final String DISH = """
			{"title":"Noodles","description":"warm","price":{"amount":12000,"currency":"KRW"},"categoryPath":["한식"]}""";

	private static final String ORDER = """
			{"shopId":"%s","lines":[{"productId":"%s","quantity":1,"options":[]}],
			"delivery":{"address":"서울 마포구 연남로 1","detail":"2층","location":{"lat":37.56,"lng":126.92},
			"phone":"010-0000-0000"},"paymentMethod":"PAY_ON_DELIVERY",
			"expectedTotal":{"amount":14000,"currency":"KRW"}}""";

}
