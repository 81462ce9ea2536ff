package dev.jangteo.shop.shops;

import java.math.BigDecimal;
import java.util.Currency;

import dev.jangteo.defaults.Money;
import dev.jangteo.shop.values.InvalidValue;

/**
 * What a shop may ask: nothing or more, below a bound beyond any sane price, in its own
 * currency.
 */
public final class Prices {

	private static final BigDecimal HIGHEST = new BigDecimal("1000000000000");

	private Prices() {
	}

	public static Money check(String field, Money price, Currency currency) {

		if (!price.currency().equals(currency)) {
			throw new InvalidValue(field, "must be in the currency of the shop, " + currency);
		}

		if (price.isNegative() || price.amount().compareTo(HIGHEST) > 0) {
			throw new InvalidValue(field, "must lie between 0 and " + HIGHEST);
		}

		return price;
	}

}
