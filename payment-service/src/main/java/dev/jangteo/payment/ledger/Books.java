package dev.jangteo.payment.ledger;

import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.ledger.Posting.Entry;
import dev.jangteo.payment.ledger.Posting.Kind;
import dev.jangteo.payment.orders.KnownOrders;
import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.orders.OrderStatus;
import dev.jangteo.payment.orders.OrderTerms;

import org.springframework.stereotype.Component;

/**
 * Says which posting each change of money is. A charge is held for the shopper until the
 * order is delivered; then it becomes the owner's, less commission and its tax. Whatever
 * is refunded after that is taken from the same accounts again.
 * <p>
 * Every verb belongs into the transaction of what it records, and repeated it changes
 * nothing.
 */
@Component
public class Books {

	private final Ledger ledger;

	private final OwnerPlans plans;

	private final KnownOrders orders;

	private final Terms terms;

	Books(Ledger ledger, OwnerPlans plans, KnownOrders orders, Terms terms) {
		this.ledger = ledger;
		this.plans = plans;
		this.orders = orders;
		this.terms = terms;
	}

	/**
	 * A card was charged.
	 * @param category of what was sold
	 */
	public void charged(OrderId order, UUID payment, Money amount, String category, Instant when) {
		var fee = terms.fee(amount);
		ledger.lock(order);
		post(new Posting("payment:%s:charged".formatted(payment), Kind.CHARGED, order, payment, null, category, when,
				List.of(new Entry(Account.PROVIDER_CLEARING, amount.minus(fee)), new Entry(Account.PROVIDER_FEE, fee),
						new Entry(Account.SHOPPER, amount.negated()))));
		carryOver(order, when);
	}

	/**
	 * Money went back to a card.
	 * @param inAll with everything that went back before
	 * @param charged what had been charged
	 */
	public void refunded(OrderId order, UUID payment, Money back, Money inAll, Money charged, Instant when) {
		var left = charged.minus(inAll);
		var fee = terms.fee(left.plus(back)).minus(terms.fee(left));
		ledger.lock(order);
		post(new Posting("payment:%s:refunded:%s".formatted(payment, inAll.amount().toPlainString()), Kind.REFUNDED,
				order, payment, null, null, when,
				List.of(new Entry(Account.SHOPPER, back), new Entry(Account.PROVIDER_CLEARING, fee.minus(back)),
						new Entry(Account.PROVIDER_FEE, fee.negated()))));
		carryOver(order, when);
	}

	/** An order was handed over. */
	public void delivered(OrderId order, OrderTerms delivered, Instant when) {
		ledger.lock(order);
		switch (delivered.paymentMethod()) {
			case CARD -> carryOver(order, when);
			case PAY_ON_DELIVERY -> cashTaken(order, delivered, when);
		}
	}

	private void cashTaken(OrderId order, OrderTerms delivered, Instant when) {
		var commission = terms.commission(plans.of(delivered.ownerId()), delivered.itemsTotal());
		var vat = terms.vat(commission);
		post(new Posting("order:%s:cash".formatted(order.value()), Kind.CASH_DELIVERED, order, null,
				delivered.ownerId(), null, when(delivered, when),
				List.of(new Entry(Account.DOOR_CASH, delivered.total()),
						new Entry(Account.OWNER_PAYABLE, commission.plus(vat).minus(delivered.total())),
						new Entry(Account.COMMISSION, commission.negated()),
						new Entry(Account.COMMISSION_VAT, vat.negated()))));
	}

	// Under the order's lock: whatever is held for the shopper of a delivered order is
	// the owner's, also when it is less than nothing.
	private void carryOver(OrderId order, Instant when) {
		orders.find(order)
			.filter((known) -> known.status() == OrderStatus.DELIVERED)
			.ifPresent((delivered) -> carryOver(order, delivered, when));
	}

	private void carryOver(OrderId order, OrderTerms delivered, Instant when) {
		var currency = delivered.total().currency();
		var held = ledger.balance(order, Account.SHOPPER, currency).negated();
		if (held.isZero()) {
			return;
		}
		var times = ledger.count(order, Kind.DELIVERED);
		var commission = ledger.balance(order, Account.COMMISSION, currency);
		var vat = ledger.balance(order, Account.COMMISSION_VAT, currency);
		var due = commissionOn(carriedWith(order, held), delivered);
		var commissionNow = due.plus(commission);
		var vatNow = terms.vat(due).plus(vat);
		post(new Posting("order:%s:delivered:%d".formatted(order.value(), times), Kind.DELIVERED, order, null,
				delivered.ownerId(), null, (times == 0) ? when(delivered, when) : when,
				List.of(new Entry(Account.SHOPPER, held),
						new Entry(Account.OWNER_PAYABLE, commissionNow.plus(vatNow).minus(held)),
						new Entry(Account.COMMISSION, commissionNow.negated()),
						new Entry(Account.COMMISSION_VAT, vatNow.negated()))));
	}

	/** What the owner's side of a delivered order comes to in all. */
	private Money carriedWith(OrderId order, Money held) {
		var currency = held.currency();
		return held.minus(ledger.balance(order, Account.OWNER_PAYABLE, currency))
			.minus(ledger.balance(order, Account.COMMISSION, currency))
			.minus(ledger.balance(order, Account.COMMISSION_VAT, currency));
	}

	private Money commissionOn(Money carried, OrderTerms delivered) {
		var items = delivered.itemsTotal();
		var share = items.amount()
			.multiply(carried.amount())
			.divide(delivered.total().amount(), items.amount().scale(), RoundingMode.HALF_UP);
		return terms.commission(plans.of(delivered.ownerId()), new Money(share, items.currency()));
	}

	private void post(Posting posting) {
		ledger.post(posting, terms.dayOf(posting.at()));
	}

	private static Instant when(OrderTerms delivered, Instant otherwise) {
		return (delivered.deliveredAt() != null) ? delivered.deliveredAt() : otherwise;
	}

}
