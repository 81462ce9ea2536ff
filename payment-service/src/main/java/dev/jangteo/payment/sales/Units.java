package dev.jangteo.payment.sales;

import java.math.BigDecimal;
import java.util.Currency;

import dev.jangteo.defaults.Money;

/**
 * Money in the smallest unit of its currency, so that it can be added as a whole number.
 */
final class Units {

	private Units() {
	}

	static long of(Money money) {
		return of(money.amount(), money.currency());
	}

	static long of(BigDecimal amount, Currency currency) {
		return amount.movePointRight(decimals(currency)).longValueExact();
	}

	static Money money(long units, String currency) {
		return Money.of(BigDecimal.valueOf(units, decimals(Currency.getInstance(currency))), currency);
	}

	private static int decimals(Currency currency) {
		return Math.max(0, currency.getDefaultFractionDigits());
	}

}
