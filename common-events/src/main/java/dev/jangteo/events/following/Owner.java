package dev.jangteo.events.following;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.jangteo.events.Followed;
import dev.jangteo.events.Notification;
import dev.jangteo.events.OwnerClients;
import dev.jangteo.events.OwnerUnavailable;
import dev.jangteo.events.SliceDigest;
import dev.jangteo.events.Versioned;
import dev.jangteo.events.wire.NotificationFormat;
import dev.jangteo.events.wire.Traces;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.web.client.RestClientResponseException;

/**
 * The owner of a followed aggregate, asked over HTTP. Whatever is not an answer of the
 * owner's is {@link OwnerUnavailable}; an answer that refuses is {@link Refused}.
 *
 * @param <S> the part of the state that is used
 */
final class Owner<S> {

	private final Followed<S> followed;

	private final OwnerClients clients;

	private final Traces traces;

	private final JsonMapper json;

	Owner(Followed<S> followed, OwnerClients clients, Traces traces, JsonMapper json) {
		this.followed = followed;
		this.clients = clients;
		this.traces = traces;
		this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
	}

	/** The states of those it has. */
	Answer<S> byIds(Collection<UUID> ids) {
		return answer(
				get(collection() + "?ids={ids}", ids.stream().map(UUID::toString).collect(Collectors.joining(","))));
	}

	/** A page of all it has. */
	Answer<S> page(@Nullable UUID after, int limit) {
		var uri = collection() + "?limit={limit}";
		return answer((after != null) ? get(uri + "&after={after}", limit, after) : get(uri, limit));
	}

	Map<Integer, SliceDigest> digests() {
		var found = new HashMap<Integer, SliceDigest>();
		for (JsonNode slice : get(collection() + "/digests").required("slices")) {
			var digest = json.treeToValue(slice, SliceDigest.class);
			found.put(digest.slice(), digest);
		}
		return found;
	}

	Map<UUID, Long> versions(int slice) {
		var found = new HashMap<UUID, Long>();
		get(collection() + "/versions?slice={slice}", slice).required("versions")
			.properties()
			.forEach(entry -> found.put(UUID.fromString(entry.getKey()), entry.getValue().asLong()));
		return found;
	}

	/**
	 * A page of the owner's feed.
	 * @param after cursor of the page before
	 * @param since where to begin without a cursor
	 * @param limit most notifications
	 */
	Page feed(@Nullable String after, @Nullable Instant since, int limit) {
		var uri = "/internal/notifications?limit={limit}";
		var page = (after != null) ? get(uri + "&after={after}", limit, after)
				: (since != null) ? get(uri + "&since={since}", limit, since) : get(uri, limit);
		var heard = new ArrayList<Heard>();
		for (JsonNode item : page.required("items")) {
			var trace = item.path("traceparent");
			heard.add(new Heard(NotificationFormat.read(item), trace.isString() ? trace.asString() : null));
		}
		return new Page(heard, page.required("next").asString());
	}

	private String collection() {
		return "/internal/" + followed.aggregate() + "s";
	}

	private Answer<S> answer(JsonNode body) {
		var states = new ArrayList<Versioned<S>>();
		var unreadable = new LinkedHashMap<UUID, String>();
		for (JsonNode item : body.required("items")) {
			var id = UUID.fromString(item.required("id").asString());
			try {
				var state = json.treeToValue(item.required("state"), followed.state());
				states.add(new Versioned<>(id, item.required("version").asLong(), state));
			}
			catch (RuntimeException ex) {
				unreadable.put(id, "The owner's answer is not understood: " + ex.getMessage());
			}
		}
		var next = body.path("next");
		return new Answer<>(states, unreadable, next.isString() ? UUID.fromString(next.asString()) : null);
	}

	// Templates, so that calls are counted by what they ask and not by whom they ask for.
	private JsonNode get(String uri, Object... values) {
		var body = fetch(uri, values);
		try {
			return json.readTree(body);
		}
		catch (JacksonException ex) {
			throw new Refused("Not JSON", 200, ex);
		}
	}

	private byte[] fetch(String uri, Object... values) {
		try {
			var body = clients.forOwner(followed.owner())
				.get()
				.uri(uri, values)
				.accept(MediaType.APPLICATION_JSON)
				.headers(headers -> {
					var trace = traces.current();
					if (trace != null) {
						headers.set(Traces.HEADER, trace);
					}
				})
				.retrieve()
				.body(byte[].class);
			return (body != null) ? body : new byte[0];
		}
		catch (RestClientResponseException ex) {
			throw refusedOrAway(ex);
		}
		catch (OwnerUnavailable ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// Connection refused, time limit, open breaker, full bulkhead: nothing that
			// is about what was asked.
			throw new OwnerUnavailable(followed.owner() + " does not answer: " + ex, ex);
		}
	}

	private RuntimeException refusedOrAway(RestClientResponseException ex) {
		int status = ex.getStatusCode().value();
		return switch (status) {
			// 401 and 403 are about this service's own credentials, not about a subject.
			case 401, 403, 408, 429, 502, 503, 504 -> new OwnerUnavailable(followed.owner() + " answers " + status, ex);
			default -> new Refused(followed.owner() + " answers " + status, status, ex);
		};
	}

	/**
	 * What the owner has of what was asked.
	 *
	 * @param unreadable those whose state does not fit, with the reason
	 * @param next where the next page begins, null after the last
	 * @param <S> type of the state
	 */
	record Answer<S>(List<Versioned<S>> states, Map<UUID, String> unreadable, @Nullable UUID next) {
	}

	record Page(List<Heard> heard, String next) {
	}

	/** A notification and the trace it came from. */
	record Heard(Notification notification, @Nullable String traceparent) {
	}

	/** The owner answered, but not with what was asked for. */
	static final class Refused extends RuntimeException {

		private final int status;

		Refused(String message, int status, Throwable cause) {
			super(message, cause);
			this.status = status;
		}

		int status() {
			return status;
		}

	}

}
