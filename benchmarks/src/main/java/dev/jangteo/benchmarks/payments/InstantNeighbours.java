package dev.jangteo.benchmarks.payments;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jangteo.benchmarks.platform.Neighbourhood;
import dev.jangteo.benchmarks.platform.Tokens;
import dev.jangteo.benchmarks.tools.Requests.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Order-service and the provider, who know every order and answer at once: what is left
 * is payment-service's own work. An order belongs to the member its id ends with.
 */
public final class InstantNeighbours implements AutoCloseable {

	private static final int TOTAL = 18_000;

	private static final int MEMBERS = 100;

	private static final Pattern ASKED = Pattern.compile("ids=([0-9a-f-]{36})$");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final HttpServer server;

	private final List<UUID> members = Stream.generate(UUID::randomUUID).limit(MEMBERS).toList();

	public InstantNeighbours() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/internal/orders", (exchange) -> answer(exchange, 200, orders(exchange)));
		this.server.createContext("/v1/payments/confirm", (exchange) -> answer(exchange, 200, charged(exchange)));
		this.server.createContext("/",
				(exchange) -> answer(exchange, 404, Map.of("code", "NOT_FOUND_PAYMENT", "message", "")));
		this.server.start();
	}

	public String address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()).toString();
	}

	/**
	 * So many confirmations, each of another order.
	 */
	public List<Request> confirmations(int count, Tokens tokens) {
		List<String> all = this.members.stream().map((member) -> tokens.of(member, "SHOPPER")).toList();
		return IntStream.range(0, count)
			.mapToObj((i) -> new Request("POST", "/api/v1/payments/confirmations", all.get(i % MEMBERS),
					JSON.writeValueAsString(confirmation(i % MEMBERS))))
			.toList();
	}

	/**
	 * One confirmation of a member.
	 */
	public Map<String, Object> confirmation(int member) {
		return Map.of("paymentKey", "bench_" + UUID.randomUUID().toString().replace("-", ""), "orderId", order(member),
				"amount", Neighbourhood.won(TOTAL));
	}

	public UUID member(int number) {
		return this.members.get(number);
	}

	/** In the order of time, as order-service makes them. */
	private static UUID order(int member) {
		UUID random = UUID.randomUUID();
		long time = System.currentTimeMillis() << 16 | 0x7000 | random.getMostSignificantBits() & 0xFFF;
		return new UUID(time, random.getLeastSignificantBits() & ~0xFFFFL | member);
	}

	private Map<String, Object> orders(HttpExchange exchange) {
		var asked = ASKED.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
		if (!asked.find()) {
			return Map.of("items", List.of());
		}
		UUID id = UUID.fromString(asked.group(1));
		int member = (int) (id.getLeastSignificantBits() & 0xFFFF);
		if (member >= MEMBERS) {
			return Map.of("items", List.of());
		}
		return Map.of("items", List.of(Map.of("id", id, "version", 1, "state", order(id, this.members.get(member)))));
	}

	private static Map<String, Object> order(UUID id, UUID member) {
		String now = OffsetDateTime.now().toInstant().toString();
		return Map.ofEntries(Map.entry("id", id), Map.entry("shopId", UUID.randomUUID()),
				Map.entry("ownerId", UUID.randomUUID()), Map.entry("memberId", member),
				Map.entry("status", "PENDING_PAYMENT"), Map.entry("paymentMethod", "CARD"),
				Map.entry("itemsTotal", Neighbourhood.won(TOTAL - Neighbourhood.DELIVERY_FEE)),
				Map.entry("deliveryFee", Neighbourhood.won(Neighbourhood.DELIVERY_FEE)),
				Map.entry("total", Neighbourhood.won(TOTAL)), Map.entry("lines", List.of()), Map.entry("placedAt", now),
				Map.entry("updatedAt", now), Map.entry("category", "korean"));
	}

	private static Map<String, Object> charged(HttpExchange exchange) throws IOException {
		try (InputStream body = exchange.getRequestBody()) {
			JsonNode asked = JSON.readTree(body.readAllBytes());
			return Map.of("paymentKey", asked.required("paymentKey"), "orderId", asked.required("orderId"), "status",
					"DONE", "currency", "KRW", "totalAmount", TOTAL, "balanceAmount", TOTAL, "approvedAt",
					OffsetDateTime.now().toString());
		}
	}

	private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
		byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
		exchange.getRequestBody().readAllBytes();
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
