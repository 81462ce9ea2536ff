package dev.jangteo.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The provider's documented objects, version 2022-11-16.
 */
final class Wire {

	private static final String VERSION = "2022-11-16";

	private static final String MERCHANT = "jangteo";

	private static final String CARD = "카드";

	private Wire() {
	}

	static Map<String, @Nullable Object> payment(Payment payment, Instant now) {

		var approved = payment.isApproved();
		var vat = payment.balance().divide(BigDecimal.valueOf(11), 0, RoundingMode.HALF_UP);
		var json = new LinkedHashMap<String, @Nullable Object>();

		json.put("version", VERSION);
		json.put("mId", MERCHANT);
		json.put("paymentKey", payment.paymentKey());
		json.put("lastTransactionKey", payment.lastTransactionKey());
		json.put("orderId", payment.orderId());
		json.put("orderName", "Jangteo " + payment.orderId());
		json.put("type", "NORMAL");
		json.put("method", CARD);
		json.put("status", payment.statusAt(now).name());
		json.put("currency", payment.currency());
		json.put("country", "KR");
		json.put("totalAmount", Json.amount(payment.totalAmount()));
		json.put("balanceAmount", Json.amount(payment.balance()));
		json.put("suppliedAmount", Json.amount(payment.balance().subtract(vat)));
		json.put("vat", Json.amount(vat));
		json.put("taxFreeAmount", 0);
		json.put("taxExemptionAmount", 0);
		json.put("requestedAt", Json.time(payment.requestedAt()));
		json.put("approvedAt", Json.time(payment.approvedAt()));
		json.put("useEscrow", false);
		json.put("cultureExpense", false);
		json.put("isPartialCancelable", true);
		json.put("card", approved ? card(payment) : null);
		json.put("cancels", payment.cancels().isEmpty() ? null : cancels(payment));
		json.put("failure", failure(payment, now));
		json.put("receipt", approved ? Map.of("url", receipt(payment.paymentKey())) : null);

		return json;
	}

	static Map<String, @Nullable Object> transaction(Transaction transaction, Payment payment) {

		var json = new LinkedHashMap<String, @Nullable Object>();

		json.put("mId", MERCHANT);
		json.put("transactionKey", transaction.key());
		json.put("paymentKey", payment.paymentKey());
		json.put("orderId", payment.orderId());
		json.put("method", CARD);
		json.put("customerKey", payment.customerKey());
		json.put("useEscrow", false);
		json.put("receiptUrl", receipt(payment.paymentKey()));
		json.put("status", transaction.status().name());
		json.put("transactionAt", Json.time(transaction.at()));
		json.put("currency", payment.currency());
		json.put("amount", Json.amount(transaction.amount()));

		return json;
	}

	static Map<String, @Nullable Object> statusChanged(Payment payment, Instant now) {

		var json = new LinkedHashMap<String, @Nullable Object>();

		json.put("eventType", "PAYMENT_STATUS_CHANGED");
		json.put("createdAt", Json.time(now));
		json.put("data", payment(payment, now));

		return json;
	}

	// Masked as the provider masks it; the sandbox knows no real one.
	private static Map<String, Object> card(Payment payment) {
		return Map.of("issuerCode", "61", "acquirerCode", "31", "number", "12345678****789*", "installmentPlanMonths",
				0, "isInterestFree", false, "approveNo", "00000000", "cardType", "신용", "ownerType", "개인", "amount",
				Json.amount(payment.totalAmount()));
	}

	private static List<Map<String, @Nullable Object>> cancels(Payment payment) {
		var left = payment.totalAmount();
		var all = new ArrayList<Map<String, @Nullable Object>>();
		for (var cancel : payment.cancels()) {
			left = left.subtract(cancel.amount());
			var json = new LinkedHashMap<String, @Nullable Object>();
			json.put("transactionKey", cancel.transactionKey());
			json.put("cancelReason", cancel.reason());
			json.put("cancelAmount", Json.amount(cancel.amount()));
			json.put("refundableAmount", Json.amount(left));
			json.put("taxFreeAmount", 0);
			json.put("taxExemptionAmount", 0);
			json.put("canceledAt", Json.time(cancel.at()));
			json.put("cancelStatus", "DONE");
			json.put("receiptKey", null);
			all.add(json);
		}
		return all;
	}

	private static @Nullable Map<String, String> failure(Payment payment, Instant now) {
		if (payment.statusAt(now) == Payment.Status.EXPIRED) {
			return Map.of("code", "EXPIRED_PAYMENT", "message", "The payment has expired. Please try again.");
		}
		var failure = payment.failure();
		return (failure != null) ? Map.of("code", failure.name(), "message", failure.message()) : null;
	}

	private static String receipt(String paymentKey) {
		return "https://dashboard.tosspayments.com/receipt/redirection?transactionId=" + paymentKey + "&ref=PX";
	}

}
