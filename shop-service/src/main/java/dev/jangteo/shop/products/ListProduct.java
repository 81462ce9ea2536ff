package dev.jangteo.shop.products;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import dev.jangteo.defaults.Problem;
import dev.jangteo.events.UuidV7;
import dev.jangteo.shop.shops.OwnShops;
import dev.jangteo.shop.shops.Prices;
import dev.jangteo.shop.shops.ShopId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An owner puts a product on the list of an own shop.
 */
@Service
public class ListProduct {

	private final OwnShops shops;

	private final Products products;

	private final ProductNotifications notifications;

	private final Clock clock;

	ListProduct(OwnShops shops, Products products, ProductNotifications notifications, Clock clock) {
		this.shops = shops;
		this.products = products;
		this.notifications = notifications;
		this.clock = clock;
	}

	@Transactional
	public ProductEdition list(UUID owner, ShopId shop, @Nullable String externalId, ProductDetails details,
			OptionDrafts options) {

		Prices.check("price", details.price(), this.shops.keep(owner, shop));

		var now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		var product = new Product(new ProductId(UuidV7.next()), shop, owner, externalId, details, options, now);

		add(product);
		this.notifications.listed(product.id().value(), product.version());

		return ProductEdition.of(product);
	}

	private void add(Product product) {
		try {
			this.products.add(product);
		}
		catch (DataIntegrityViolationException ex) {
			throw duplicate();
		}
	}

	static Problem duplicate() {
		return Problem.conflict("duplicate-external-id", "Another product of this shop has this externalId.");
	}

}
