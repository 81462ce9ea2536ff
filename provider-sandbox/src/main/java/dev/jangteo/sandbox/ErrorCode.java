package dev.jangteo.sandbox;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the provider answers when it does not do what was asked: its public codes, the
 * status each comes with, and its English wording.
 */
enum ErrorCode {

	INVALID_REQUEST(400, "The request is not valid."),

	INVALID_IDEMPOTENCY_KEY(400, "The idempotency key is longer than 300 characters."),

	INVALID_TRANSACTION_KEY(400, "The paging key is not valid."),

	ALREADY_PROCESSED_PAYMENT(400, "This payment was processed already."),

	ALREADY_CANCELED_PAYMENT(400, "This payment was canceled already."),

	PROVIDER_ERROR(400, "A temporary error. Please try again later."),

	INVALID_REJECT_CARD(400, "The use of this card is restricted. Please ask the card company."),

	INVALID_STOPPED_CARD(400, "This card is suspended."),

	INVALID_CARD_EXPIRATION(400, "Please check the card's expiry date."),

	INVALID_CARD_LOST_OR_STOLEN(400, "This card was reported lost or stolen."),

	INVALID_CARD_NUMBER(400, "Please check the card's number."),

	CARD_PROCESSING_ERROR(400, "The card company could not process the payment."),

	BELOW_MINIMUM_AMOUNT(400, "The amount is below the card's minimum."),

	EXCEED_MAX_AMOUNT(400, "The amount exceeds the limit of this payment method."),

	EXCEED_MAX_PAYMENT_AMOUNT(400, "The day's payment limit is exceeded."),

	EXCEED_MAX_DAILY_PAYMENT_COUNT(400, "The day's number of payments is exceeded."),

	EXCEED_MAX_CARD_INSTALLMENT_PLAN(400, "The number of installments is exceeded."),

	REFUND_REJECTED(400, "The refund was rejected. Please ask the payment method's company."),

	UNAUTHORIZED_KEY(401, "The secret key is not authorized."),

	INCORRECT_BASIC_AUTH_FORMAT(403, "The request must use the Basic scheme with the secret key and a colon."),

	FORBIDDEN_REQUEST(403, "The request is not allowed."),

	REJECT_CARD_PAYMENT(403, "The payment was declined: limit exceeded or balance too low."),

	REJECT_ACCOUNT_PAYMENT(403, "The payment was declined: balance too low."),

	REJECT_CARD_COMPANY(403, "The card company rejected the payment."),

	FDS_ERROR(403, "The payment was stopped as it looks dangerous."),

	NOT_CANCELABLE_PAYMENT(403, "This payment cannot be canceled."),

	NOT_CANCELABLE_AMOUNT(403, "This amount cannot be canceled."),

	EXCEED_MAX_REFUND_DUE(403, "The time for a refund is over."),

	NOT_ALLOWED_PARTIAL_REFUND(403, "This payment cannot be refunded in part."),

	NOT_FOUND(404, "There is nothing at this address."),

	NOT_FOUND_PAYMENT(404, "There is no such payment."),

	NOT_FOUND_PAYMENT_SESSION(404, "The payment's time is over, or there is no such payment."),

	IDEMPOTENT_REQUEST_PROCESSING(409, "A request with the same idempotency key is being processed."),

	FAILED_INTERNAL_SYSTEM_PROCESSING(500, "An internal error. Please try again later."),

	FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING(500, "The payment was not completed. Please try again."),

	FAILED_REFUND_PROCESS(500, "The bank did not answer in time."),

	UNKNOWN_PAYMENT_ERROR(500, "The payment failed. Please ask the bank or the card company.");

	private final int status;

	private final String message;

	ErrorCode(int status, String message) {
		this.status = status;
		this.message = message;
	}

	int status() {
		return status;
	}

	String message() {
		return message;
	}

	/** Declines and refusals, as opposed to failures of the provider itself. */
	boolean isRefusal() {
		return status < 500;
	}

	static Optional<ErrorCode> of(String name) {
		return Arrays.stream(values()).filter((code) -> code.name().equals(name)).findFirst();
	}

}
