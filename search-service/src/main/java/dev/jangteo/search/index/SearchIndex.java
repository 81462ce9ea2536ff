package dev.jangteo.search.index;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.search.index.OpenSearch.Answer;
import dev.jangteo.search.neighbour.NeighbourAway;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * The search index. A document is made of parts, each with its own version; a part is
 * written only if it is not older than the one held, whoever comes first, and a deleted
 * part leaves its version behind. A missing index is made empty by the next write.
 */
@Component
public class SearchIndex {

	private static final int PAGE = 5000;

	private static final String KEEP_NEWEST = """
			if (ctx._source.versions == null) { ctx._source.versions = [:]; }
			def held = ctx._source.versions[params.part];
			if (held != null && held > params.version) { ctx.op = 'none'; }
			else {
			  ctx._source.id = params.id;
			  ctx._source.slice = params.slice;
			  ctx._source.versions[params.part] = params.version;
			  if (params.fields == null) { ctx._source.remove(params.part); }
			  else { ctx._source[params.part] = params.fields; }
			}""";

	private final OpenSearch openSearch;

	private final IndexBirth birth;

	private final JsonMapper json;

	SearchIndex(OpenSearch openSearch, IndexBirth birth, JsonMapper json) {
		this.openSearch = openSearch;
		this.birth = birth;
		this.json = json;
	}

	/**
	 * Names this very index: another one after it was lost and made again.
	 * @throws NeighbourAway when OpenSearch does not answer
	 */
	public String generation(Kind kind) {
		return this.birth.generation(kind);
	}

	/**
	 * Writes parts that are not older than the ones held.
	 * @return whether the index was lost and made again for it
	 * @throws NeighbourAway when OpenSearch does not answer
	 */
	public boolean write(Kind kind, String part, List<Part> parts) {
		if (parts.isEmpty()) {
			return false;
		}
		var lines = lines(part, parts);
		var failures = bulk(kind, lines);
		var lost = failures.stream().anyMatch((failure) -> failure.path("status").asInt() == 404);
		if (lost) {
			this.birth.generation(kind);
			failures = bulk(kind, lines);
		}
		if (!failures.isEmpty()) {
			throw new IllegalStateException(
					"%d of %d writes failed, first: %s".formatted(failures.size(), parts.size(), failures.getFirst()));
		}
		return lost;
	}

	/**
	 * The documents a query finds, in its order.
	 * @param query a search body
	 * @throws NeighbourAway when there is no answer in time, or no index
	 */
	public List<Hit> search(Kind kind, Map<String, ?> query) {
		return hits(kind, query).stream().map(SearchIndex::hit).toList();
	}

	/**
	 * The documents of some ids as of now, not of the last refresh; missing ones are left
	 * out.
	 * @param fields the fields wanted
	 * @throws NeighbourAway when there is no answer in time, or no index
	 */
	public Map<UUID, JsonNode> documents(Kind kind, Collection<UUID> ids, String... fields) {
		var body = Map.of("ids", ids.stream().map(UUID::toString).toList());
		var path = "/%s/_mget?_source_includes=%s".formatted(kind.alias(), String.join(",", fields));
		var found = new HashMap<UUID, JsonNode>();
		for (var document : present(this.openSearch.read(path, body)).path("docs")) {
			if (document.path("found").asBoolean()) {
				found.put(UUID.fromString(document.path("_id").asString()), document.path("_source"));
			}
		}
		return found;
	}

	/** The distinct values of a field, a hundred at most. */
	public List<String> values(Kind kind, String field) {
		var body = Map.of("size", 0, "aggs", Map.of("values", Map.of("terms", Map.of("field", field, "size", 100))));
		var answer = present(this.openSearch.read("/%s/_search".formatted(kind.alias()), body));
		return answer.at("/aggregations/values/buckets")
			.values()
			.stream()
			.map((bucket) -> text(bucket, "key"))
			.toList();
	}

	/** What each slice holds of a part, writes up to now included. */
	public Map<Integer, Sum> sums(Kind kind, String part) {
		this.openSearch.write("POST", "/%s/_refresh".formatted(kind.alias()), null);
		var sum = Map.of("versions", Map.of("sum", Map.of("field", "versions." + part)));
		var body = Map.of("size", 0, "query", live(part), "aggs",
				Map.of("slices", Map.of("terms", Map.of("field", "slice", "size", 256), "aggs", sum)));
		var answer = present(this.openSearch.read("/%s/_search".formatted(kind.alias()), body));
		var sums = new HashMap<Integer, Sum>();
		for (var bucket : answer.at("/aggregations/slices/buckets")) {
			sums.put(bucket.path("key").asInt(),
					new Sum(bucket.path("doc_count").asLong(), Math.round(bucket.at("/versions/value").asDouble())));
		}
		return sums;
	}

	/** The live documents of a slice and the version of the part they hold. */
	public Map<UUID, Long> versions(Kind kind, String part, int slice) {
		var versions = new HashMap<UUID, Long>();
		var query = new HashMap<String, Object>(Map.of("size", PAGE, "sort", List.of(Map.of("id", "asc")), "_source",
				List.of("versions." + part), "query",
				Map.of("bool", Map.of("filter", List.of(live(part), Map.of("term", Map.of("slice", slice)))))));
		List<JsonNode> page;
		do {
			page = hits(kind, query);
			for (var hit : page) {
				versions.put(id(hit), hit.path("_source").path("versions").path(part).asLong());
				query.put("search_after", List.of(id(hit).toString()));
			}
		}
		while (page.size() == PAGE);
		return versions;
	}

	/** Whether a document holds a part that was not deleted. */
	public static Map<String, Object> live(String part) {
		return Map.of("term", Map.of(part + ".live", true));
	}

	private List<JsonNode> hits(Kind kind, Map<String, ?> query) {
		var path = "/%s/_search?filter_path=hits.hits._id,hits.hits.sort,hits.hits._source".formatted(kind.alias());
		return List.copyOf(present(this.openSearch.read(path, query)).at("/hits/hits").values());
	}

	private byte[] lines(String part, List<Part> parts) {
		var lines = new ByteArrayOutputStream(parts.size() * 2048);
		for (var one : parts) {
			var action = Map.of("update", Map.of("_id", one.id(), "retry_on_conflict", 5));
			lines.writeBytes(this.json.writeValueAsBytes(action));
			lines.write('\n');
			lines.writeBytes(this.json.writeValueAsBytes(update(part, one)));
			lines.write('\n');
		}
		return lines.toByteArray();
	}

	private static Map<String, Object> update(String part, Part one) {
		var parameters = new HashMap<String, Object>();
		parameters.put("part", part);
		parameters.put("id", one.id());
		parameters.put("slice", (int) (one.id().getLeastSignificantBits() & 0xff));
		parameters.put("version", one.version());
		if (one.fields() != null) {
			var fields = new HashMap<>(one.fields());
			fields.put("live", true);
			parameters.put("fields", fields);
		}
		return Map.of("scripted_upsert", true, "upsert", Map.of(), "script",
				Map.of("lang", "painless", "source", KEEP_NEWEST, "params", parameters));
	}

	private List<JsonNode> bulk(Kind kind, byte[] lines) {
		var path = "/%s/_bulk?require_alias=true&filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason"
			.formatted(kind.alias());
		var answer = this.openSearch.write("POST", path, lines).orFail("A bulk write").body();
		var failures = new ArrayList<JsonNode>();
		if (answer.path("errors").asBoolean()) {
			answer.path("items")
				.values()
				.stream()
				.map((item) -> item.path("update"))
				.filter((item) -> item.path("status").asInt() >= 400)
				.forEach(failures::add);
		}
		return failures;
	}

	private JsonNode present(Answer answer) {
		if (answer.isMissing()) {
			throw new NeighbourAway("index", null);
		}
		return answer.orFail("A search").body();
	}

	private static Hit hit(JsonNode hit) {
		return new Hit(id(hit), hit.path("sort").values().stream().map(SearchIndex::position).toList());
	}

	private static Object position(JsonNode value) {
		return value.isNumber() ? value.numberValue() : value.asString();
	}

	private static UUID id(JsonNode hit) {
		return UUID.fromString(text(hit, "_id"));
	}

	private static String text(JsonNode node, String field) {
		return node.path(field).asString();
	}

}
