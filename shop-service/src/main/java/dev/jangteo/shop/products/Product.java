package dev.jangteo.shop.products;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.shop.shops.Prices;
import dev.jangteo.shop.shops.ShopId;
import dev.jangteo.shop.values.Text;
import dev.jangteo.shop.values.TextsColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/**
 * Something a shop sells. It is listed by hand or by a catalogue import, described anew,
 * sold out and back again, and taken off the list.
 */
@Entity
@Table(name = "product")
class Product {

	@Id
	private UUID id;

	@Version
	private long version = 1;

	private UUID shopId;

	private UUID ownerId;

	private @Nullable String externalId;

	private String title;

	private @Nullable String description;

	private BigDecimal price;

	private Currency currency;

	private @Nullable String brand;

	private @Nullable String gtin;

	private @Nullable String link;

	@Convert(converter = TextsColumn.class)
	@ColumnTransformer(write = "?::jsonb")
	private List<String> categoryPath;

	@Convert(converter = TextsColumn.class)
	@ColumnTransformer(write = "?::jsonb")
	private List<String> images;

	@Convert(converter = StoredOptions.class)
	@ColumnTransformer(write = "?::jsonb")
	private List<OptionGroup> optionGroups;

	private boolean soldOut;

	@Column(updatable = false)
	private Instant createdAt;

	private Instant updatedAt;

	protected Product() {
	}

	Product(ProductId id, ShopId shop, UUID owner, @Nullable String externalId, ProductDetails details,
			OptionDrafts options, Instant when) {
		this.id = id.value();
		this.shopId = shop.value();
		this.ownerId = owner;
		this.externalId = checked(externalId);
		this.currency = details.price().currency();
		this.optionGroups = options.replacing(List.of(), this.currency);
		describe(details);
		this.createdAt = when;
		this.updatedAt = when;
	}

	/** Replaces all that is said about it; empty when it was said already. */
	Optional<Product> change(@Nullable String externalId, ProductDetails details, OptionDrafts options, Instant when) {

		var groups = options.replacing(this.optionGroups, this.currency);
		var named = checked(externalId);

		if (details.equals(details()) && groups.equals(this.optionGroups) && Objects.equals(named, this.externalId)) {
			return Optional.empty();
		}

		this.externalId = named;
		this.optionGroups = groups;
		describe(details);
		this.updatedAt = when;
		return Optional.of(this);
	}

	/** The same with other details; its options stay. */
	Optional<Product> change(ProductDetails details, Instant when) {

		if (details.equals(details())) {
			return Optional.empty();
		}

		describe(details);
		this.updatedAt = when;
		return Optional.of(this);
	}

	private static @Nullable String checked(@Nullable String externalId) {
		return Text.line("externalId", externalId, FeedProduct.LONGEST_ID);
	}

	private void describe(ProductDetails details) {

		Prices.check("price", details.price(), this.currency);

		var number = details.gtin();

		this.title = details.title();
		this.description = details.description();
		this.price = details.price().amount();
		this.brand = details.brand();
		this.gtin = (number != null) ? number.digits() : null;
		this.link = details.link();
		this.categoryPath = details.categoryPath();
		this.images = details.images();
		this.soldOut = details.soldOut();
	}

	boolean belongsTo(UUID owner) {
		return this.ownerId.equals(owner);
	}

	ProductId id() {
		return new ProductId(this.id);
	}

	long version() {
		return this.version;
	}

	ShopId shop() {
		return new ShopId(this.shopId);
	}

	UUID ownerId() {
		return this.ownerId;
	}

	@Nullable String externalId() {
		return this.externalId;
	}

	ProductDetails details() {
		return new ProductDetails(this.title, this.description, new Money(this.price, this.currency), this.brand,
				Gtin.of(this.gtin), this.link, this.categoryPath, this.images, this.soldOut);
	}

	List<OptionGroup> optionGroups() {
		return this.optionGroups;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant updatedAt() {
		return this.updatedAt;
	}

}
