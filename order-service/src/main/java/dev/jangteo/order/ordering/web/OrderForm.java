package dev.jangteo.order.ordering.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.jangteo.defaults.Money;
import dev.jangteo.defaults.PlainText;
import dev.jangteo.order.catalog.Location;
import dev.jangteo.order.catalog.OptionId;
import dev.jangteo.order.catalog.ProductId;
import dev.jangteo.order.catalog.ShopId;
import dev.jangteo.order.ordering.Delivery;
import dev.jangteo.order.ordering.PaymentMethod;
import dev.jangteo.order.ordering.Wanted;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An order as a shopper sends it.
 *
 * @param wish to the shop
 * @param expectedTotal items and delivery fee, as the shopper has seen them
 */
record OrderForm(@NotNull UUID shopId, @NotEmpty @Size(max = 50) List<@NotNull @Valid LineForm> lines,
		@NotNull @Valid DeliveryForm delivery,
		@PlainText(max = 500, multiline = true, blank = true) @Nullable String wish,
		@NotNull PaymentMethod paymentMethod, @NotNull Money expectedTotal) {

	Wanted toWanted() {
		return new Wanted(new ShopId(shopId), lines.stream().map(LineForm::toItem).toList(), delivery.toDelivery(),
				wish, paymentMethod, expectedTotal);
	}

	/**
	 * A line.
	 *
	 * @param options ids of the options chosen, whatever their groups
	 */
	record LineForm(@NotNull UUID productId, @Min(1) @Max(99) int quantity,
			@Size(max = 50) @Nullable Set<@NotNull UUID> options) {

		private Wanted.Item toItem() {
			var chosen = (options != null) ? options : Set.<UUID>of();
			return new Wanted.Item(new ProductId(productId), quantity,
					chosen.stream().map(OptionId::new).collect(Collectors.toUnmodifiableSet()));
		}

	}

	/**
	 * Where to.
	 *
	 * @param detail floor, door
	 */
	record DeliveryForm(@NotNull @PlainText(max = 300) String address, @PlainText(max = 200) @Nullable String detail,
			@NotNull @Valid LocationForm location,
			@Pattern(regexp = "\\+?[0-9][0-9 -]{5,19}", message = "must be a phone number") @Nullable String phone) {

		private Delivery toDelivery() {
			return new Delivery(address, detail, new Location(location.lat(), location.lng()), phone);
		}

	}

	record LocationForm(@NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
			@NotNull @DecimalMin("-180") @DecimalMax("180") Double lng) {
	}

}
