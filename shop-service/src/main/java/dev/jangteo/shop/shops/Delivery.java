package dev.jangteo.shop.shops;

import java.util.Currency;
import java.util.List;

import dev.jangteo.defaults.Money;
import dev.jangteo.shop.values.InvalidValue;

/**
 * How far a shop delivers and what it takes for it: the first tier that reaches a
 * distance names the fee, and the last one reaches exactly to the border of the area.
 *
 * @param radiusMeters straight from the shop; zero when the shop does not deliver
 * @param fees by growing distance
 */
public record Delivery(int radiusMeters, List<Tier> fees) {

	private static final int FARTHEST = 50_000;

	private static final int MOST_TIERS = 20;

	public Delivery {

		fees = List.copyOf(fees);

		if (radiusMeters < 0 || radiusMeters > FARTHEST) {
			throw new InvalidValue("deliveryRadiusMeters", "must lie between 0 and " + FARTHEST);
		}

		if (fees.size() > MOST_TIERS) {
			throw new InvalidValue("deliveryFees", "must have at most " + MOST_TIERS + " tiers");
		}

		requireRising(fees);

		if ((fees.isEmpty() ? 0 : fees.getLast().uptoMeters()) != radiusMeters) {
			throw new InvalidValue("deliveryFees", "must end with a tier of exactly deliveryRadiusMeters");
		}
	}

	private static void requireRising(List<Tier> fees) {

		var reached = 0;

		for (int i = 0; i < fees.size(); i++) {

			if (fees.get(i).uptoMeters() <= reached) {
				throw new InvalidValue("deliveryFees[" + i + "].uptoMeters", "must be more than " + reached);
			}

			reached = fees.get(i).uptoMeters();
		}
	}

	/** The same in a shop that takes the given currency. */
	Delivery in(Currency currency) {

		for (int i = 0; i < this.fees.size(); i++) {
			Prices.check("deliveryFees[" + i + "].fee", this.fees.get(i).fee(), currency);
		}

		return this;
	}

	/**
	 * The fee up to a distance.
	 */
	public record Tier(int uptoMeters, Money fee) {
	}

}
