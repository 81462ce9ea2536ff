package dev.jangteo.gateway.docs;

import java.util.ArrayList;

import tools.jackson.databind.node.ObjectNode;

/**
 * What of a service's document the public may see: the paths of the public API, at the
 * gateway's own address.
 */
final class PublicPart {

	private PublicPart() {
	}

	static ObjectNode of(ObjectNode document) {
		if (document.get("paths") instanceof ObjectNode paths) {
			new ArrayList<>(paths.propertyNames()).stream()
				.filter(path -> !path.startsWith("/api/v1/"))
				.forEach(paths::remove);
		}
		document.putArray("servers").addObject().put("url", "/");
		return document;
	}

}
