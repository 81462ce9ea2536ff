package dev.jangteo.events.owning;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.events.AggregateSource;
import dev.jangteo.events.SliceDigest;
import dev.jangteo.events.Versioned;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The routes under which a source is served. */
final class SourceRoutes {

	private static final int MOST_IDS = 100;

	private static final int MOST_PER_PAGE = 1000;

	private final AggregateSource<?> source;

	private SourceRoutes(AggregateSource<?> source) {
		this.source = source;
	}

	static RouterFunction<ServerResponse> of(List<AggregateSource<?>> sources) {
		var routes = RouterFunctions.route();
		for (AggregateSource<?> source : sources) {
			var answers = new SourceRoutes(source);
			var collection = "/internal/" + source.aggregate() + "s";
			routes.GET(collection, answers::items)
				.GET(collection + "/digests", answers::digests)
				.GET(collection + "/versions", answers::versions);
		}
		// A router may not be without routes.
		return routes.GET("/internal/sources", _ -> ServerResponse.ok().body(names(sources))).build();
	}

	private static Map<String, List<String>> names(List<AggregateSource<?>> sources) {
		return Map.of("items", sources.stream().map(AggregateSource::aggregate).toList());
	}

	private ServerResponse items(ServerRequest request) {
		var ids = request.param("ids");
		return ServerResponse.ok().body(ids.isPresent() ? byIds(ids.get()) : page(request));
	}

	private Items byIds(String ids) {
		var wanted = Arrays.stream(ids.split(",")).filter(id -> !id.isBlank()).map(id -> uuid("ids", id)).toList();
		if (wanted.size() > MOST_IDS) {
			throw malformed("ids: at most " + MOST_IDS);
		}
		return new Items(wanted.isEmpty() ? List.of() : source.byIds(wanted), null);
	}

	private Items page(ServerRequest request) {
		var after = request.param("after").map(id -> uuid("after", id)).orElse(null);
		int limit = Math.clamp(number(request, "limit", 100), 1, MOST_PER_PAGE);
		var items = source.page(after, limit);
		return new Items(items, (items.size() < limit) ? null : items.getLast().id());
	}

	private ServerResponse digests(ServerRequest request) {
		return ServerResponse.ok().body(new Digests(source.versionIndex().digests()));
	}

	private ServerResponse versions(ServerRequest request) {
		int slice = number(request, "slice", -1);
		if (slice < 0 || slice >= SliceDigest.SLICES) {
			throw malformed("slice: 0 to 255");
		}
		return ServerResponse.ok().body(new Versions(slice, source.versionIndex().versions(slice)));
	}

	private static int number(ServerRequest request, String name, int otherwise) {
		try {
			return request.param(name).map(Integer::parseInt).orElse(otherwise);
		}
		catch (NumberFormatException ex) {
			throw malformed(name + ": not a number");
		}
	}

	private static UUID uuid(String name, String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw malformed(name + ": not an id");
		}
	}

	private static ResponseStatusException malformed(String detail) {
		return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
	}

	record Items(List<? extends Versioned<?>> items, @Nullable UUID next) {
	}

	record Digests(List<SliceDigest> slices) {
	}

	record Versions(int slice, Map<UUID, Long> versions) {
	}

}
