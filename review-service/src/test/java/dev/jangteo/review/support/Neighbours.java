package dev.jangteo.review.support;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jangteo.events.SliceDigest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the neighbours over HTTP: order-service with its orders, and member-service with
 * its members and keys. It can be away.
 */
public final class Neighbours {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpServer server;

	private final RSAKey key;

	private final Map<String, NavigableMap<UUID, Item>> aggregates = Map.of("/internal/orders",
			new ConcurrentSkipListMap<>(), "/internal/members", new ConcurrentSkipListMap<>());

	private final AtomicInteger asked = new AtomicInteger();

	private volatile boolean away;

	public Neighbours() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("tests").generate();
			this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		}
		catch (IOException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.createContext("/", this::answer);
		server.start();
	}

	public String url() {
		return "http://127.0.0.1:" + server.getAddress().getPort();
	}

	public void putOrder(UUID id, long version, Object state) {
		aggregates.get("/internal/orders").put(id, new Item(id, version, state));
	}

	public void putMember(UUID id) {
		aggregates.get("/internal/members").put(id, new Item(id, 1, Map.of("role", "SHOPPER", "grade", "WELCOME")));
	}

	public void remove(UUID id) {
		aggregates.values().forEach((all) -> all.remove(id));
	}

	/** Goes away or comes back, and tells whether it was away. */
	public boolean away(boolean isAway) {
		var before = away;
		away = isAway;
		return before;
	}

	public int asked() {
		return asked.get();
	}

	public String token(UUID member, String role) {
		var claims = new JWTClaimsSet.Builder().issuer("jangteo")
			.subject(member.toString())
			.claim("role", role)
			.jwtID(UUID.randomUUID().toString())
			.expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(15))))
			.build();
		try {
			var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("tests").build(), claims);
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** By which another service names itself to review-service. */
	public String serviceToken(String name, String secret) {
		var claims = new JWTClaimsSet.Builder().issuer(name)
			.audience("review-service")
			.expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(1))))
			.build();
		try {
			var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
			token.sign(new MACSigner(secret));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void answer(HttpExchange exchange) throws IOException {
		var path = exchange.getRequestURI().getPath();
		if (path.startsWith("/.well-known")) {
			send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
			return;
		}
		asked.incrementAndGet();
		if (away) {
			send(exchange, 503, "{}");
			return;
		}
		var body = body(path, query(exchange));
		send(exchange, body.isPresent() ? 200 : 404, JSON.writeValueAsString(body.orElse(Map.of())));
	}

	private Optional<Map<String, ?>> body(String path, Map<String, String> query) {
		var all = aggregates.get(path.replaceAll("/(digests|versions)$", ""));
		if (all == null) {
			return Optional.empty();
		}
		if (path.endsWith("/digests")) {
			return Optional.of(Map.of("slices", SliceDigest.of(versions(all, -1))));
		}
		if (path.endsWith("/versions")) {
			return Optional.of(Map.of("versions", versions(all, Integer.parseInt(query.get("slice")))));
		}
		var items = (query.containsKey("ids")) ? byIds(all, query.get("ids")) : page(all, query);
		var answer = new HashMap<String, Object>();
		answer.put("items", items);
		answer.put("next", null);
		return Optional.of(answer);
	}

	private static List<Item> byIds(NavigableMap<UUID, Item> all, String ids) {
		return Arrays.stream(ids.split(",")).map(UUID::fromString).map(all::get).filter((it) -> it != null).toList();
	}

	private static List<Item> page(NavigableMap<UUID, Item> all, Map<String, String> query) {
		return query.containsKey("after") ? List.of() : List.copyOf(all.values());
	}

	private static Map<UUID, Long> versions(NavigableMap<UUID, Item> all, int slice) {
		var versions = new TreeMap<UUID, Long>();
		all.values()
			.stream()
			.filter((item) -> slice < 0 || SliceDigest.sliceOf(item.id()) == slice)
			.forEach((item) -> versions.put(item.id(), item.version()));
		return versions;
	}

	private static Map<String, String> query(HttpExchange exchange) {
		var query = new LinkedHashMap<String, String>();
		var text = exchange.getRequestURI().getQuery();
		if (text != null) {
			for (var part : text.split("&")) {
				query.put(part.split("=")[0], part.substring(part.indexOf('=') + 1));
			}
		}
		return query;
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		var bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	record Item(UUID id, long version, Object state) {
	}

}
