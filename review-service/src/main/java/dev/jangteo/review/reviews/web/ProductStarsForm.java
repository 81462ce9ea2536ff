package dev.jangteo.review.reviews.web;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import dev.jangteo.defaults.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Stars for a product.
 */
record ProductStarsForm(@NotNull UUID productId, @NotNull @Min(1) @Max(5) Integer stars) {

	static SortedMap<UUID, Integer> map(List<ProductStarsForm> forms) {
		var map = new TreeMap<UUID, Integer>();
		for (var form : forms) {
			if (map.put(form.productId(), form.stars()) != null) {
				throw Problem.invalid("productStars", "must name each product once");
			}
		}
		return map;
	}

}
