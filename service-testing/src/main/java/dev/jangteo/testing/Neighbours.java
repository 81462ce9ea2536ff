package dev.jangteo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.jangteo.events.SliceDigest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the neighbours of a service over HTTP: member-service with its keys, and the
 * owners of aggregates with their bulk reads. They can be away.
 */
public final class Neighbours {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Tokens tokens = new Tokens();

	private final Map<String, NavigableMap<UUID, Item>> aggregates = new ConcurrentHashMap<>();

	private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();

	private final AtomicInteger asked = new AtomicInteger();

	private final HttpServer server;

	private volatile boolean away;

	/**
	 * Neighbours that own the aggregates, e.g. {@code order}, and answer from now on.
	 */
	public Neighbours(String... aggregates) {
		Arrays.stream(aggregates).forEach((name) -> this.aggregates.put(name, new ConcurrentSkipListMap<>()));
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Where the keys of member-service are. */
	public String keysUrl() {
		return url() + "/.well-known/jwks.json";
	}

	/** Gives an owner a state to tell. */
	public void put(String aggregate, UUID id, long version, Object state) {
		owned(aggregate).put(id, new Item(id, version, state));
	}

	/** Takes a state from whoever has it. */
	public void remove(UUID id) {
		this.aggregates.values().forEach((owned) -> owned.remove(id));
	}

	/** Answers a path, unless the neighbours are away, in place of what was there. */
	public void answer(String path, HttpHandler handler) {
		this.handlers.put(path, handler);
	}

	/** Goes away or comes back, and tells whether it was away. Keys are always there. */
	public boolean away(boolean isAway) {
		var before = this.away;
		this.away = isAway;
		return before;
	}

	/** How many questions came, those for keys not counted. */
	public int asked() {
		return this.asked.get();
	}

	/** By which a member names itself. */
	public String token(UUID member, String role) {
		return this.tokens.ofMember(member, role);
	}

	/** By which a service names itself to another. */
	public String serviceToken(String caller, String audience, String secret) {
		return Tokens.ofService(caller, audience, secret);
	}

	/** Sends a JSON answer and ends the exchange. */
	public static void send(HttpExchange exchange, int status, String body) throws IOException {
		var bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private NavigableMap<UUID, Item> owned(String aggregate) {
		return Objects.requireNonNull(this.aggregates.get(aggregate), aggregate);
	}

	private void answer(HttpExchange exchange) throws IOException {
		var path = exchange.getRequestURI().getPath();
		if (path.startsWith("/.well-known")) {
			send(exchange, 200, this.tokens.publicKeys());
			return;
		}
		this.asked.incrementAndGet();
		if (this.away) {
			send(exchange, 503, "{}");
			return;
		}
		var handler = this.handlers.get(path);
		if (handler != null) {
			handler.handle(exchange);
			return;
		}
		var body = body(path, query(exchange));
		send(exchange, body.isPresent() ? 200 : 404, JSON.writeValueAsString(body.orElse(Map.of())));
	}

	private Optional<Map<String, ?>> body(String path, Map<String, String> query) {
		var parts = path.split("/");
		var owned = (parts.length > 2 && parts[2].endsWith("s"))
				? this.aggregates.get(parts[2].substring(0, parts[2].length() - 1)) : null;
		if (owned == null) {
			return Optional.empty();
		}
		return Optional.of(switch ((parts.length > 3) ? parts[3] : "") {
			case "digests" -> Map.of("slices", SliceDigest.of(versions(owned, null)));
			case "versions" -> Map.of("versions", versions(owned, Integer.valueOf(query.get("slice"))));
			default -> (query.containsKey("ids")) ? byIds(owned, query.get("ids")) : page(owned, query);
		});
	}

	private static Map<String, Object> byIds(NavigableMap<UUID, Item> owned, String ids) {
		return Map.of("items",
				Arrays.stream(ids.split(",")).map(UUID::fromString).map(owned::get).filter(Objects::nonNull).toList());
	}

	private static Map<String, Object> page(NavigableMap<UUID, Item> owned, Map<String, String> query) {
		var limit = Integer.parseInt(query.getOrDefault("limit", "100"));
		var after = query.get("after");
		var rest = (after != null) ? owned.tailMap(UUID.fromString(after), false) : owned;
		var items = rest.values().stream().limit(limit).toList();
		var page = new LinkedHashMap<String, Object>(Map.of("items", items));
		page.put("next", (items.size() < limit) ? null : items.getLast().id());
		return page;
	}

	private static Map<UUID, Long> versions(NavigableMap<UUID, Item> owned, @Nullable Integer slice) {
		var versions = new TreeMap<UUID, Long>();
		owned.values()
			.stream()
			.filter((item) -> slice == null || SliceDigest.sliceOf(item.id()) == slice)
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

	record Item(UUID id, long version, Object state) {
	}

}
