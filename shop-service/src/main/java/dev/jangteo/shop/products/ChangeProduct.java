package dev.jangteo.shop.products;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import dev.jangteo.defaults.ETags;
import dev.jangteo.defaults.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An owner describes a product anew, changes a part of it, or takes it off the list,
 * knowing its newest version.
 */
@Service
public class ChangeProduct {

	private final Products products;

	private final ProductNotifications notifications;

	private final Clock clock;

	ChangeProduct(Products products, ProductNotifications notifications, Clock clock) {
		this.products = products;
		this.notifications = notifications;
		this.clock = clock;
	}

	@Transactional
	public ProductEdition describe(UUID owner, ProductId id, long seen, @Nullable String externalId,
			ProductDetails details, OptionDrafts options) {
		var product = find(owner, id, seen);
		return publish(product, product.change(externalId, details, options, now()));
	}

	@Transactional
	public ProductEdition adjust(UUID owner, ProductId id, long seen, UnaryOperator<ProductDetails> adjustment) {
		var product = find(owner, id, seen);
		return publish(product, product.change(adjustment.apply(product.details()), now()));
	}

	@Transactional
	public void remove(UUID owner, ProductId id, long seen) {

		var product = find(owner, id, seen);

		this.notifications.removed(id.value(), product.version());
		this.products.remove(product);
	}

	private ProductEdition publish(Product product, Optional<Product> changed) {

		changed.ifPresent(_ -> {
			flush();
			this.notifications.changed(product.id().value(), product.version());
		});

		return ProductEdition.of(product);
	}

	private void flush() {
		try {
			this.products.flush();
		}
		catch (DataIntegrityViolationException ex) {
			throw ListProduct.duplicate();
		}
	}

	private Product find(UUID owner, ProductId id, long seen) {

		var product = this.products.byId(id)
			.filter(found -> found.belongsTo(owner))
			.orElseThrow(() -> Problem.notFound("product"));

		ETags.check(product.version(), seen);
		return product;
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
