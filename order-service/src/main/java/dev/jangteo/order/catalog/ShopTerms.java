package dev.jangteo.order.catalog;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import org.jspecify.annotations.Nullable;

/**
 * The terms on which a shop takes orders. These fields are all we keep of a shop.
 *
 * @param ownerId the member who runs it
 * @param name what people call it
 * @param location where it stands
 * @param zone where its clock runs
 * @param currency in which it sells
 * @param deliveryRadiusMeters how far it delivers, in a straight line
 * @param deliveryFees by distance, ascending; the first that reaches far enough counts
 * @param minimumOrder least sum of the lines, without the fee
 * @param opening when it takes orders
 * @param category what kind of shop it is
 */
public record ShopTerms(UUID ownerId, String name, Location location, ZoneId zone, Currency currency,
		int deliveryRadiusMeters, List<FeeTier> deliveryFees, Money minimumOrder, OpeningHours opening,
		@Nullable String category) {

	public ShopTerms {
		deliveryFees = (deliveryFees != null) ? List.copyOf(deliveryFees) : List.of();
		minimumOrder = (minimumOrder != null) ? minimumOrder : Money.zero(currency);
		opening = (opening != null) ? opening : OpeningHours.never();
	}

	public boolean isOpenAt(Instant when) {
		return opening.areOpenAt(when, zone);
	}

	/** What bringing an order there costs; empty when it lies outside the area. */
	public Optional<Money> deliveryFeeTo(Location address) {
		var meters = location.metersTo(address);
		if (meters > deliveryRadiusMeters) {
			return Optional.empty();
		}
		return deliveryFees.stream().filter((tier) -> meters <= tier.uptoMeters()).map(FeeTier::fee).findFirst();
	}

	/**
	 * A fee for addresses up to a distance.
	 */
	public record FeeTier(int uptoMeters, Money fee) {
	}

}
