package dev.jangteo.payment.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;

import dev.jangteo.defaults.Money;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * On what terms we work.
 *
 * @param zone where the business day begins and ends
 * @param plans what share of the items' total the platform takes, by plan
 * @param defaultPlan of an owner who has chosen none
 * @param vat on the commission
 * @param providerFee what share of a charge the provider keeps
 */
@ConfigurationProperties("jangteo.terms")
public record Terms(@DefaultValue("Asia/Seoul") ZoneId zone, @DefaultValue Map<String, BigDecimal> plans,
		@DefaultValue("basic") String defaultPlan, @DefaultValue("0.10") BigDecimal vat,
		@DefaultValue("0.025") BigDecimal providerFee) {

	private static final Map<String, BigDecimal> PLANS = Map.of("basic", new BigDecimal("0.068"), "plus",
			new BigDecimal("0.045"));

	public Terms {
		plans = plans.isEmpty() ? PLANS : Map.copyOf(plans);
		if (!plans.containsKey(defaultPlan)) {
			throw new IllegalArgumentException("'jangteo.terms.default-plan' is not one of the plans");
		}
	}

	/** The day a moment belongs to. */
	public LocalDate dayOf(Instant when) {
		return LocalDate.ofInstant(when, zone);
	}

	Money fee(Money charged) {
		return share(charged, providerFee);
	}

	Money commission(String plan, Money items) {
		return share(items, plans.getOrDefault(plan, Objects.requireNonNull(plans.get(defaultPlan))));
	}

	Money vat(Money commission) {
		return share(commission, vat);
	}

	private static Money share(Money money, BigDecimal rate) {
		var amount = money.amount().multiply(rate).setScale(money.amount().scale(), RoundingMode.HALF_UP);
		return new Money(amount, money.currency());
	}

}
