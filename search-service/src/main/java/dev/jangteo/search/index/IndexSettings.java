package dev.jangteo.search.index;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where OpenSearch is and how it is used.
 *
 * @param url base address
 * @param username name for basic authentication, if it asks for one
 * @param password its password
 * @param timeout time limit of a search
 * @param writeTimeout time limit of a bulk write
 * @param places searches under way at once
 * @param refreshInterval how soon a write can be found
 * @param shards shards of a new index
 * @param replicas replicas of a new index
 */
@ConfigurationProperties("jangteo.opensearch")
public record IndexSettings(URI url, @Nullable String username, @Nullable String password,
		@DefaultValue("1s") Duration timeout, @DefaultValue("5s") Duration writeTimeout, @DefaultValue("64") int places,
		@DefaultValue("500ms") Duration refreshInterval, @DefaultValue("1") int shards,
		@DefaultValue("0") int replicas) {

}
