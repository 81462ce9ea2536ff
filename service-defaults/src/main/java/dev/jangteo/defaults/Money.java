package dev.jangteo.defaults;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * An exact amount in one currency, with as many decimals as the currency has:
 * {@code {"amount":18000,"currency":"KRW"}}.
 * <p>
 * An amount with more decimals than its currency, or beyond fifteen digits before the
 * point, cannot be made. Amounts of different currencies are never mixed.
 *
 * @param amount the amount, brought to the currency's number of decimals
 * @param currency the currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

	private static final int MOST_DIGITS = 15;

	public Money {
		if (amount == null || currency == null) {
			throw new IllegalArgumentException("an amount and a currency are required");
		}
		var decimals = Math.max(0, currency.getDefaultFractionDigits());
		// Asked before any rescaling: 1e999999999 must not be written out.
		if ((long) amount.precision() - amount.scale() > MOST_DIGITS) {
			throw new IllegalArgumentException("the amount is too large");
		}
		if (amount.scale() > decimals && amount.stripTrailingZeros().scale() > decimals) {
			throw new IllegalArgumentException("%s has %d decimals".formatted(currency.getCurrencyCode(), decimals));
		}
		amount = amount.setScale(decimals, RoundingMode.UNNECESSARY);
	}

	public static Money of(BigDecimal amount, String currency) {
		return new Money(amount, Currency.getInstance(currency));
	}

	public static Money of(long amount, String currency) {
		return of(BigDecimal.valueOf(amount), currency);
	}

	public static Money of(String amount, String currency) {
		return of(new BigDecimal(amount), currency);
	}

	public static Money zero(Currency currency) {
		return new Money(BigDecimal.ZERO, currency);
	}

	public Money plus(Money other) {
		return new Money(this.amount.add(inSameCurrency(other).amount), this.currency);
	}

	public Money minus(Money other) {
		return new Money(this.amount.subtract(inSameCurrency(other).amount), this.currency);
	}

	public Money times(int factor) {
		return new Money(this.amount.multiply(BigDecimal.valueOf(factor)), this.currency);
	}

	public Money negated() {
		return new Money(this.amount.negate(), this.currency);
	}

	@JsonIgnore
	public boolean isNegative() {
		return this.amount.signum() < 0;
	}

	@JsonIgnore
	public boolean isZero() {
		return this.amount.signum() == 0;
	}

	@JsonIgnore
	public boolean isPositive() {
		return this.amount.signum() > 0;
	}

	/**
	 * Compares amounts of one currency.
	 * @throws IllegalArgumentException when the currencies differ
	 */
	@Override
	public int compareTo(Money other) {
		return this.amount.compareTo(inSameCurrency(other).amount);
	}

	@Override
	public String toString() {
		return this.amount.toPlainString() + " " + this.currency.getCurrencyCode();
	}

	private Money inSameCurrency(Money other) {
		if (!this.currency.equals(other.currency)) {
			throw new IllegalArgumentException("%s is not %s".formatted(other.currency, this.currency));
		}
		return other;
	}

}
