package dev.jangteo.gateway.switching;

import java.net.URI;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;

import dev.jangteo.gateway.routing.RequestPattern;

/**
 * The rules as this gateway knows them; replaced as a whole when they change.
 */
@Component
public class SwitchRules {

	/** The switch itself cannot be switched away. */
	static final String OWN = "/api/v1/ops/routes";

	private volatile Known known = new Known(0, List.of(), List.of());

	record Known(long version, List<SwitchRule> rules, List<Ready> ready) {
	}

	private record Ready(RequestPattern pattern, SwitchRule rule) {
	}

	void replace(long version, List<SwitchRule> rules) {
		var ready = rules.stream()
			.map(rule -> new Ready(rule.pattern(), rule))
			.sorted(Comparator.comparing((Ready it) -> it.pattern.path())
				.thenComparing(it -> it.pattern.methods().isEmpty())
				.thenComparing(it -> it.rule.id()))
			.toList();
		known = new Known(version, List.copyOf(rules), ready);
	}

	long version() {
		return known.version;
	}

	List<SwitchRule> rules() {
		return known.rules;
	}

	/**
	 * Whether some rule is about such requests.
	 */
	public boolean isSwitched(String method, PathContainer path) {
		return find(method, path) != null;
	}

	/**
	 * The origin to which the most specific rule sends the caller, or null if the request
	 * goes its usual way.
	 */
	public @Nullable URI target(String method, PathContainer path, String caller) {
		var rule = find(method, path);
		return (rule != null && rule.takes(caller)) ? rule.target() : null;
	}

	private @Nullable SwitchRule find(String method, PathContainer path) {
		for (var ready : known.ready) {
			if (ready.pattern.matches(method, path)) {
				return isOwn(path) ? null : ready.rule;
			}
		}
		return null;
	}

	private static boolean isOwn(PathContainer path) {
		return path.value().equals(OWN) || path.value().startsWith(OWN + "/");
	}

}
