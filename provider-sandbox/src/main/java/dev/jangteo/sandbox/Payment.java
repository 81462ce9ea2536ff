package dev.jangteo.sandbox;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A payment in the provider's books: begun in the widget, then approved once or failed
 * for good; what was approved can be cancelled, at once or bit by bit.
 *
 * @param decline what the shopper chose in the widget to be refused with
 * @param failure why it was not approved
 */
record Payment(String paymentKey, String orderId, String customerKey, BigDecimal totalAmount, String currency,
		Status status, Instant requestedAt, @Nullable Instant approvedAt, @Nullable String approvalKey,
		List<Cancellation> cancels, @Nullable ErrorCode decline, @Nullable ErrorCode failure) {

	/** How long the merchant has to confirm. */
	static final Duration SESSION = Duration.ofMinutes(10);

	Payment {
		cancels = List.copyOf(cancels);
	}

	static Payment begun(Begin begin, String key, Instant now) {
		return new Payment(key, begin.orderId(), begin.customerKey(), begin.amount(), begin.currency(),
				Status.IN_PROGRESS, now, null, null, List.of(), begin.decline(), null);
	}

	/**
	 * The payment, approved.
	 * @throws Refused when the merchant asks for something else, too late or again
	 */
	Payment confirmed(Confirmation confirmation, String transactionKey, Instant now) {
		check(confirmation, now);
		return new Payment(paymentKey, orderId, customerKey, totalAmount, currency, Status.DONE, requestedAt, now,
				transactionKey, cancels, decline, null);
	}

	/** The payment, refused for good. */
	Payment declined(Confirmation confirmation, ErrorCode code, Instant now) {
		check(confirmation, now);
		return new Payment(paymentKey, orderId, customerKey, totalAmount, currency, Status.ABORTED, requestedAt, null,
				null, cancels, decline, code);
	}

	private void check(Confirmation confirmation, Instant now) {
		if (statusAt(now) == Status.EXPIRED || !confirmation.orderId().equals(orderId)) {
			throw Refused.because(ErrorCode.NOT_FOUND_PAYMENT_SESSION);
		}
		if (status != Status.IN_PROGRESS) {
			throw Refused.because(ErrorCode.ALREADY_PROCESSED_PAYMENT);
		}
		if (confirmation.amount().compareTo(totalAmount) != 0) {
			throw Refused.invalid("The amount is not that of the payment.");
		}
	}

	/**
	 * The payment with one more cancellation.
	 * @param amount all that is left when null
	 */
	Payment cancelled(@Nullable BigDecimal amount, String reason, String transactionKey, Instant now) {
		switch (status) {
			case CANCELED -> throw Refused.because(ErrorCode.ALREADY_CANCELED_PAYMENT);
			case IN_PROGRESS, ABORTED, EXPIRED -> throw Refused.because(ErrorCode.NOT_CANCELABLE_PAYMENT);
			case DONE, PARTIAL_CANCELED -> {
			}
		}
		var cancelled = (amount != null) ? amount : balance();
		checkDecimals(cancelled, currency);
		if (cancelled.compareTo(balance()) > 0) {
			throw Refused.because(ErrorCode.NOT_CANCELABLE_AMOUNT);
		}
		var all = new ArrayList<>(cancels);
		all.add(new Cancellation(transactionKey, cancelled, reason, now));
		var target = (cancelled.compareTo(balance()) == 0) ? Status.CANCELED : Status.PARTIAL_CANCELED;
		return new Payment(paymentKey, orderId, customerKey, totalAmount, currency, target, requestedAt, approvedAt,
				approvalKey, all, decline, null);
	}

	private static void checkDecimals(BigDecimal amount, String currency) {
		if (amount.stripTrailingZeros().scale() > Currency.getInstance(currency).getDefaultFractionDigits()) {
			throw Refused.invalid("The amount has too many decimals.");
		}
	}

	boolean isApproved() {
		return approvedAt != null;
	}

	BigDecimal cancelledAmount() {
		return cancels.stream().map(Cancellation::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	BigDecimal balance() {
		return totalAmount.subtract(cancelledAmount());
	}

	/** A session that nobody confirmed ends by itself. */
	Status statusAt(Instant now) {
		return (status == Status.IN_PROGRESS && now.isAfter(requestedAt.plus(SESSION))) ? Status.EXPIRED : status;
	}

	@Nullable String lastTransactionKey() {
		return cancels.isEmpty() ? approvalKey : cancels.getLast().transactionKey();
	}

	enum Status {

		IN_PROGRESS, DONE, PARTIAL_CANCELED, CANCELED, ABORTED, EXPIRED

	}

	record Cancellation(String transactionKey, BigDecimal amount, String reason, Instant at) {

	}

	/**
	 * What the shopper does in the widget.
	 */
	record Begin(String orderId, BigDecimal amount, String currency, String customerKey, @Nullable ErrorCode decline) {

		Begin {
			checkDecimals(amount, currency);
		}

	}

	/**
	 * What the merchant asks to be approved.
	 */
	record Confirmation(String paymentKey, String orderId, BigDecimal amount) {

	}

}
