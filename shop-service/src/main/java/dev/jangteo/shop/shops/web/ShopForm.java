package dev.jangteo.shop.shops.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

import dev.jangteo.defaults.Money;
import dev.jangteo.shop.shops.Delivery;
import dev.jangteo.shop.shops.Location;
import dev.jangteo.shop.shops.ShopDetails;
import dev.jangteo.shop.values.InvalidValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What an owner writes about a shop. Presence is checked here, meaning in the domain.
 */
record ShopForm(@NotBlank String name, @NotBlank String category, @Nullable String description, @Nullable String phone,
		@NotBlank String address, @NotNull @Valid Place location, @Nullable String zone, @Nullable Currency currency,
		@NotNull Integer deliveryRadiusMeters, @Nullable List<@NotNull @Valid Fee> deliveryFees,
		@NotNull Money minimumOrder, @Nullable @Valid OpeningForm opening, @Nullable List<@Nullable String> images) {

	private static final String KOREA = "Asia/Seoul";

	ShopDetails details() {
		return new ShopDetails(this.name, this.category, this.description, this.phone, this.address, place(),
				checkedZone((this.zone != null) ? this.zone : KOREA),
				(this.currency != null) ? this.currency : this.minimumOrder.currency(), delivery(), this.minimumOrder,
				(this.images != null) ? images(this.images) : List.of());
	}

	private static List<String> images(List<@Nullable String> images) {
		return images.stream().map(image -> (image != null) ? image : "").toList();
	}

	private Location place() {
		try {
			return new Location(this.location.lat(), this.location.lng());
		}
		catch (InvalidValue ex) {
			throw ex.under("location");
		}
	}

	private Delivery delivery() {
		var fees = (this.deliveryFees != null) ? this.deliveryFees : List.<Fee>of();
		return new Delivery(this.deliveryRadiusMeters,
				fees.stream().map(fee -> new Delivery.Tier(fee.uptoMeters(), fee.fee())).toList());
	}

	private static ZoneId checkedZone(String zone) {
		try {
			return ZoneId.of(zone);
		}
		catch (DateTimeException ex) {
			throw new InvalidValue("zone", "must be a time zone such as " + KOREA);
		}
	}

	record Place(@NotNull Double lat, @NotNull Double lng) {
	}

	record Fee(@NotNull Integer uptoMeters, @NotNull Money fee) {
	}

}
