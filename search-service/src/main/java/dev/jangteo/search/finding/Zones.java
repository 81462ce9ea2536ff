package dev.jangteo.search.finding;

import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.jangteo.search.index.Kind;
import dev.jangteo.search.index.SearchIndex;

import org.springframework.stereotype.Component;

/** The time zones that there are shops in, as of the last minute. */
@Component
class Zones {

	private final LoadingCache<String, List<String>> zones;

	Zones(SearchIndex index) {
		this.zones = Caffeine.newBuilder()
			.expireAfterWrite(Duration.ofMinutes(1))
			.maximumSize(1)
			.build((field) -> index.values(Kind.SHOP, field));
	}

	List<String> all() {
		return this.zones.get("shop.zone");
	}

}
