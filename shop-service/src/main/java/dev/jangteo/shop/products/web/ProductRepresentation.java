package dev.jangteo.shop.products.web;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.jangteo.shop.products.ProductEdition;
import dev.jangteo.shop.products.ProductState;

/**
 * A product as its owner sees it.
 */
record ProductRepresentation(@JsonUnwrapped ProductState product, long version, Instant updatedAt) {

	static ProductRepresentation of(ProductEdition edition) {
		return new ProductRepresentation(edition.state(), edition.version(), edition.updatedAt());
	}

}
