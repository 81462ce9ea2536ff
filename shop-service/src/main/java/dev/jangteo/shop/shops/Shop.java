package dev.jangteo.shop.shops;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.shop.values.InvalidValue;
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
 * A shop of one owner, for good: it is founded, described anew, opens at other hours, and
 * at last closes down. Its currency never changes, because every price of its products is
 * in it.
 */
@Entity
@Table(name = "shop")
class Shop {

	@Id
	private UUID id;

	@Version
	private long version = 1;

	private UUID ownerId;

	private String name;

	private String category;

	private @Nullable String description;

	private @Nullable String phone;

	private String address;

	private double latitude;

	private double longitude;

	private ZoneId zone;

	private Currency currency;

	private int deliveryRadius;

	@Convert(converter = StoredFees.class)
	@ColumnTransformer(write = "?::jsonb")
	private List<Delivery.Tier> deliveryFees;

	private BigDecimal minimumOrder;

	@Convert(converter = StoredHours.class)
	@ColumnTransformer(write = "?::jsonb")
	private OpeningHours opening;

	@Convert(converter = TextsColumn.class)
	@ColumnTransformer(write = "?::jsonb")
	private List<String> images;

	@Column(updatable = false)
	private Instant createdAt;

	private Instant updatedAt;

	protected Shop() {
	}

	Shop(ShopId id, UUID ownerId, ShopDetails details, OpeningHours opening, Instant when) {
		this.id = id.value();
		this.ownerId = ownerId;
		this.currency = details.currency();
		this.opening = opening;
		this.createdAt = when;
		describe(details);
		this.updatedAt = when;
	}

	/** Replaces what is said about it; empty when it was said already. */
	Optional<Shop> change(ShopDetails details, OpeningHours opening, Instant when) {

		if (!details.currency().equals(this.currency)) {
			throw new InvalidValue("currency", "must stay " + this.currency);
		}

		if (details.equals(details()) && opening.equals(this.opening)) {
			return Optional.empty();
		}

		describe(details);
		this.opening = opening;
		this.updatedAt = when;
		return Optional.of(this);
	}

	private void describe(ShopDetails details) {
		this.name = details.name();
		this.category = details.category();
		this.description = details.description();
		this.phone = details.phone();
		this.address = details.address();
		this.latitude = details.location().lat();
		this.longitude = details.location().lng();
		this.zone = details.zone();
		this.deliveryRadius = details.delivery().radiusMeters();
		this.deliveryFees = details.delivery().fees();
		this.minimumOrder = details.minimumOrder().amount();
		this.images = details.images();
	}

	boolean belongsTo(UUID owner) {
		return this.ownerId.equals(owner);
	}

	ShopId id() {
		return new ShopId(this.id);
	}

	long version() {
		return this.version;
	}

	UUID ownerId() {
		return this.ownerId;
	}

	ShopDetails details() {
		return new ShopDetails(this.name, this.category, this.description, this.phone, this.address,
				new Location(this.latitude, this.longitude), this.zone, this.currency,
				new Delivery(this.deliveryRadius, this.deliveryFees), new Money(this.minimumOrder, this.currency),
				this.images);
	}

	OpeningHours opening() {
		return this.opening;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant updatedAt() {
		return this.updatedAt;
	}

}
