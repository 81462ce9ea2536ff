package dev.jangteo.order.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.jangteo.defaults.ArrayLiteral;
import dev.jangteo.defaults.Problem;
import dev.jangteo.events.Followers;
import dev.jangteo.order.sql.Statement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads menus from our own copy. What the copy has never heard of is asked for once,
 * which needs its owner; everything else needs our database alone.
 */
@Component
public class Menus {

	/** One round trip for the shop and all products of an order. */
	static final String READ_MENU = Statement.named("read-menu");

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Followers followers;

	private final Newcomers newcomers = new Newcomers();

	Menus(JdbcClient jdbc, JsonMapper json, Followers followers) {
		this.jdbc = jdbc;
		this.json = json;
		this.followers = followers;
	}

	/**
	 * The menu of a shop, as far as these products go.
	 * @return empty when there is no such shop
	 * @throws dev.jangteo.events.OwnerUnavailable when something is unknown here and its
	 * owner does not answer in time
	 * @throws IllegalStateException within a transaction, if something is unknown here
	 */
	public Optional<Menu> menuOf(ShopId shop, Collection<ProductId> products) {
		var page = read(shop, products);
		if (page.knows(shop, products)) {
			return page.menu(shop);
		}
		return newcomers.ask(shop.value(), () -> {
			var again = read(shop, products);
			return again.bringMissing(shop, products, followers) ? read(shop, products) : again;
		}).menu(shop);
	}

	/**
	 * Makes sure a member runs a shop.
	 * @throws Problem 404 when there is no such shop, or it is another's
	 */
	public ShopId requireOwned(ShopId shop, UUID owner) {
		return menuOf(shop, List.of()).filter((menu) -> menu.shop().ownerId().equals(owner))
			.map(Menu::shopId)
			.orElseThrow(() -> Problem.notFound("shop"));
	}

	/**
	 * The terms of a product; empty when there is none.
	 * @throws dev.jangteo.events.OwnerUnavailable as above
	 */
	public Optional<ProductTerms> product(ProductId product) {
		var page = readProducts(List.of(product));
		if (!page.seen.contains(product.value())) {
			followers.bring(CopyConfiguration.PRODUCTS, List.of(product.value()));
			page = readProducts(List.of(product));
		}
		return Optional.ofNullable(page.products.get(product));
	}

	private Page readProducts(Collection<ProductId> products) {
		return read(new ShopId(new UUID(0, 0)), products);
	}

	private Page read(ShopId shop, Collection<ProductId> products) {
		var page = new Page();
		jdbc.sql(READ_MENU)
			.params(shop.value(), ArrayLiteral.of(products.stream().map(ProductId::value).toList()))
			.query((row) -> {
				page.add(row.getObject("id", UUID.class), row.getBoolean("is_shop"), row.getString("terms"), json);
			});
		return page;
	}

	/** What one reading of the copy found; tombstones are seen, but not on the menu. */
	private static final class Page {

		private final Set<UUID> seen = new HashSet<>();

		private final Map<ProductId, ProductTerms> products = new HashMap<>();

		private @Nullable ShopTerms shop;

		private void add(UUID id, boolean isShop, @Nullable String terms, JsonMapper json) {
			seen.add(id);
			if (terms == null) {
				return;
			}
			if (isShop) {
				shop = json.readValue(terms, ShopTerms.class);
			}
			else {
				products.put(new ProductId(id), json.readValue(terms, ProductTerms.class));
			}
		}

		private boolean knows(ShopId shop, Collection<ProductId> wanted) {
			return seen.contains(shop.value()) && missing(wanted).isEmpty();
		}

		private boolean bringMissing(ShopId shop, Collection<ProductId> wanted, Followers followers) {
			var missing = missing(wanted);
			var isNew = !seen.contains(shop.value());
			if (isNew) {
				followers.bring(CopyConfiguration.SHOPS, List.of(shop.value()));
			}
			if (!missing.isEmpty()) {
				followers.bring(CopyConfiguration.PRODUCTS, missing);
			}
			return isNew || !missing.isEmpty();
		}

		private List<UUID> missing(Collection<ProductId> wanted) {
			return wanted.stream().map(ProductId::value).filter((id) -> !seen.contains(id)).toList();
		}

		private Optional<Menu> menu(ShopId id) {
			return Optional.ofNullable(shop).map((terms) -> new Menu(id, terms, products));
		}

	}

}
