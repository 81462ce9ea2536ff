package dev.jangteo.gateway.docs;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts several OpenAPI documents into one. Components get their service's name in front,
 * so that two services may each have an {@code Address} of their own; every operation is
 * tagged with its service.
 */
final class ApiMerge {

	private static final String REFERENCE = "#/components/";

	private final ObjectNode result;

	private final ObjectNode paths;

	private final ObjectNode components;

	private final ArrayNode tags;

	private final Set<String> present = new TreeSet<>();

	ApiMerge(JsonMapper json) {
		this.result = json.createObjectNode();
		result.put("openapi", "3.1.0");
		result.putObject("info")
			.put("title", "Jangteo API")
			.put("version", "v1")
			.put("description", "The public API of all services, as the gateway serves it.");
		result.putArray("servers").addObject().put("url", "/");
		this.tags = result.putArray("tags");
		this.paths = result.putObject("paths");
		this.components = result.putObject("components");
	}

	void add(String service, ObjectNode document) {

		var prefix = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
		var copy = (ObjectNode) document.deepCopy();

		present.add(service);
		tags.addObject().put("name", service);
		rename(copy, prefix);

		for (var path : copy.path("paths").properties()) {
			var operations = (ObjectNode) path.getValue();
			for (var operation : operations) {
				if (operation instanceof ObjectNode method && method.has("responses")) {
					method.putArray("tags").add(service);
				}
			}
			if (paths.get(path.getKey()) instanceof ObjectNode known) {
				// Two services share a path and differ by method.
				operations.properties()
					.stream()
					.filter(it -> !known.has(it.getKey()))
					.forEach(it -> known.set(it.getKey(), it.getValue()));
			}
			else {
				paths.set(path.getKey(), operations);
			}
		}

		for (var kind : copy.path("components").properties()) {
			var target = (components.get(kind.getKey()) instanceof ObjectNode known) ? known
					: components.putObject(kind.getKey());
			var shared = kind.getKey().equals("securitySchemes");
			for (var component : kind.getValue().properties()) {
				target.set(shared ? component.getKey() : prefix + component.getKey(), component.getValue());
			}
		}
	}

	ObjectNode finish(Collection<String> expected) {
		var missing = new TreeSet<>(expected);
		missing.removeAll(present);
		var list = result.putArray("x-missing-services");
		missing.forEach(list::add);
		return result;
	}

	/** References follow the renamed components. */
	private static void rename(JsonNode node, String prefix) {
		if (node instanceof ObjectNode object) {
			if (object.get("$ref") instanceof JsonNode reference && reference.isString()) {
				object.put("$ref", renamed(reference.stringValue(), prefix));
			}
			if (object.get("operationId") instanceof JsonNode id && id.isString()) {
				object.put("operationId", prefix + "_" + id.stringValue());
			}
			if (object.path("discriminator").get("mapping") instanceof ObjectNode mapping) {
				mapping.properties()
					.forEach(it -> mapping.put(it.getKey(), renamed(it.getValue().stringValue(), prefix)));
			}
		}
		for (var child : node) {
			rename(child, prefix);
		}
	}

	private static String renamed(String reference, String prefix) {
		var slash = reference.lastIndexOf('/');
		return reference.startsWith(REFERENCE) && !reference.startsWith("#/components/securitySchemes/")
				? reference.substring(0, slash + 1) + prefix + reference.substring(slash + 1) : reference;
	}

}
