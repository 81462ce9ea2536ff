package dev.jangteo.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jangteo.events.SliceDigest;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Shop-service and order-service as far as search-service asks them. */
final class OwnersDouble {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Map<String, Map<UUID, Owned>> aggregates = new ConcurrentHashMap<>();

	private final HttpServer server;

	OwnersDouble() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/internal/", this::answer);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	void put(String aggregate, UUID id, long version, Map<String, Object> state) {
		of(aggregate).put(id, new Owned(id, version, state));
	}

	void delete(String aggregate, UUID id) {
		of(aggregate).remove(id);
	}

	List<SliceDigest> digests(String aggregate) {
		return SliceDigest.of(versions(of(aggregate)));
	}

	private Map<UUID, Owned> of(String aggregate) {
		return this.aggregates.computeIfAbsent(aggregate, (name) -> new ConcurrentHashMap<>());
	}

	private void answer(HttpExchange exchange) throws IOException {
		var path = exchange.getRequestURI().getPath().substring("/internal/".length());
		var query = UriComponentsBuilder.newInstance()
			.query(exchange.getRequestURI().getQuery())
			.build()
			.getQueryParams()
			.toSingleValueMap();
		var body = JSON.writeValueAsBytes(answer(path, query));
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, body.length);
		try (var out = exchange.getResponseBody()) {
			out.write(body);
		}
	}

	private Object answer(String path, Map<String, String> query) {
		if ("notifications".equals(path)) {
			return Map.of("items", List.of(), "next", "0");
		}
		var parts = path.split("/");
		var owned = of(parts[0].substring(0, parts[0].length() - 1));
		if (parts.length > 1 && "digests".equals(parts[1])) {
			return Map.of("slices", SliceDigest.of(versions(owned)));
		}
		if (parts.length > 1) {
			var slice = Integer.parseInt(query.get("slice"));
			var versions = versions(owned);
			versions.keySet().removeIf((id) -> SliceDigest.sliceOf(id) != slice);
			return Map.of("slice", slice, "versions", versions);
		}
		return query.containsKey("ids") ? byIds(owned, query.get("ids")) : page(owned, query);
	}

	private static Map<String, Object> byIds(Map<UUID, Owned> owned, String ids) {
		return Map.of("items",
				Arrays.stream(ids.split(",")).map(UUID::fromString).map(owned::get).filter(Objects::nonNull).toList());
	}

	private static Map<String, Object> page(Map<UUID, Owned> owned, Map<String, String> query) {
		var limit = Integer.parseInt(query.getOrDefault("limit", "100"));
		var sorted = new TreeMap<String, Owned>();
		owned.forEach((id, one) -> sorted.put(id.toString(), one));
		var after = query.get("after");
		var items = ((after != null) ? sorted.tailMap(after, false) : sorted).values().stream().limit(limit).toList();
		var page = new LinkedHashMap<String, Object>(Map.of("items", items));
		page.put("next", (items.size() < limit) ? null : items.getLast().id());
		return page;
	}

	private static Map<UUID, Long> versions(Map<UUID, Owned> owned) {
		return owned.values().stream().collect(Collectors.toMap(Owned::id, Owned::version, (a, b) -> b, HashMap::new));
	}

	record Owned(UUID id, long version, Map<String, Object> state) {

	}

}
