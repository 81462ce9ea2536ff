package dev.jangteo.shop.products;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import dev.jangteo.events.AggregateSource;
import dev.jangteo.events.JdbcVersionIndex;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Products for the other services.
 */
@Component
class ProductSource implements AggregateSource<ProductState> {

	private final Products products;

	private final VersionIndex index;

	ProductSource(Products products, JdbcClient jdbc) {
		this.products = products;
		this.index = new JdbcVersionIndex(jdbc, "product", "id", "version", "true");
	}

	@Override
	public String aggregate() {
		return ProductNotifications.AGGREGATE;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Versioned<ProductState>> byIds(Collection<UUID> ids) {
		return states(this.products.byIds(ids));
	}

	@Override
	@Transactional(readOnly = true)
	public List<Versioned<ProductState>> page(@Nullable UUID after, int limit) {
		return states(this.products.after(after, limit));
	}

	@Override
	public VersionIndex versionIndex() {
		return this.index;
	}

	private static List<Versioned<ProductState>> states(List<Product> products) {
		return products.stream()
			.map(product -> new Versioned<>(product.id().value(), product.version(), ProductState.of(product)))
			.toList();
	}

}
