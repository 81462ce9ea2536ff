package dev.jangteo.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A movement of money: an approval or a cancellation.
 */
record Transaction(String key, Instant at, Payment.Status status, BigDecimal amount,
		String paymentKey) implements Comparable<Transaction> {

	private static final Comparator<Transaction> BY_TIME = Comparator.comparing(Transaction::at)
		.thenComparing(Transaction::key);

	/** Everything that moved for a payment. */
	static List<Transaction> of(Payment payment) {
		var all = new ArrayList<Transaction>();
		if (payment.isApproved()) {
			all.add(new Transaction(Objects.requireNonNull(payment.approvalKey()),
					Objects.requireNonNull(payment.approvedAt()), Payment.Status.DONE, payment.totalAmount(),
					payment.paymentKey()));
		}
		var left = payment.totalAmount();
		for (var cancel : payment.cancels()) {
			left = left.subtract(cancel.amount());
			var status = (left.signum() == 0) ? Payment.Status.CANCELED : Payment.Status.PARTIAL_CANCELED;
			all.add(new Transaction(cancel.transactionKey(), cancel.at(), status, cancel.amount(),
					payment.paymentKey()));
		}
		return all;
	}

	@Override
	public int compareTo(Transaction other) {
		return BY_TIME.compare(this, other);
	}

}
