package dev.jangteo.shop.products;

import java.time.Instant;

/**
 * A product as it was after one change.
 *
 * @param version rises with every change
 */
public record ProductEdition(long version, Instant updatedAt, ProductState state) {

	static ProductEdition of(Product product) {
		return new ProductEdition(product.version(), product.updatedAt(), ProductState.of(product));
	}

	public ProductId id() {
		return new ProductId(this.state.id());
	}

}
