package dev.jangteo.search.copy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import org.jspecify.annotations.Nullable;

/** What is used of a product, in shop-service's words. */
record ProductState(UUID shopId, String title, @Nullable String description, Money price, @Nullable String brand,
		@Nullable String gtin, @Nullable List<String> categoryPath, @Nullable List<String> images,
		@Nullable List<OptionGroup> optionGroups, boolean soldOut, @Nullable Instant createdAt) {

	record OptionGroup(UUID id, String name, boolean required, int min, int max, List<Option> options) {

	}

	record Option(UUID id, String name, Money extraPrice) {

	}

}
