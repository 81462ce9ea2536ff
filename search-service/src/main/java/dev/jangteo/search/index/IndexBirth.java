package dev.jangteo.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Makes an index where its alias leads nowhere. Instances that do it at once agree: an
 * index has a fixed name, so one of them makes it and the others find it.
 */
@Component
class IndexBirth {

	private static final Logger log = LoggerFactory.getLogger(IndexBirth.class);

	private final OpenSearch openSearch;

	private final IndexSettings settings;

	private final JsonMapper json;

	IndexBirth(OpenSearch openSearch, IndexSettings settings, JsonMapper json) {
		this.openSearch = openSearch;
		this.settings = settings;
		this.json = json;
	}

	String generation(Kind kind) {
		var path = "/%s/_settings/index.uuid".formatted(kind.alias());
		var answer = this.openSearch.write("GET", path, null);
		if (answer.isMissing()) {
			make(kind);
			answer = this.openSearch.write("GET", path, null);
		}
		// One alias, one index: the answer is keyed by the index's name.
		return answer.orFail("The index's settings")
			.body()
			.values()
			.iterator()
			.next()
			.at("/settings/index/uuid")
			.asString();
	}

	private void make(Kind kind) {
		var answer = this.openSearch.write("PUT", "/" + kind.index(), this.json.writeValueAsBytes(definition(kind)));
		if (answer.status() == 400
				&& answer.body().at("/error/type").asString().startsWith("resource_already_exists")) {
			return;
		}
		answer.orFail("Making the index");
		log.info("Made the empty index {}", kind.index());
	}

	private JsonNode definition(Kind kind) {
		try (var stream = new ClassPathResource(kind.definition()).getInputStream()) {
			var definition = (ObjectNode) this.json.readTree(stream);
			definition.set("aliases", this.json.valueToTree(Map.of(kind.alias(), Map.of())));
			definition.withObject("/settings")
				.put("number_of_shards", this.settings.shards())
				.put("number_of_replicas", this.settings.replicas())
				.put("refresh_interval", this.settings.refreshInterval().toMillis() + "ms");
			return definition;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
