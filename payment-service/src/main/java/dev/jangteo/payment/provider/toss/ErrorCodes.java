package dev.jangteo.payment.provider.toss;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.jangteo.payment.provider.Decline;
import dev.jangteo.payment.provider.ProviderAnswer;

/**
 * What the provider's error bodies mean. A code nobody has listed is a decline if its
 * status says that the request was refused; only a 5xx leaves the outcome open.
 */
final class ErrorCodes {

	private static final Set<String> UNKNOWN = Set.of("PROVIDER_ERROR", "FAILED_INTERNAL_SYSTEM_PROCESSING",
			"FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING", "FAILED_CARD_COMPANY_RESPONSE", "UNKNOWN_PAYMENT_ERROR",
			"IDEMPOTENT_REQUEST_PROCESSING", "ALREADY_PROCESSED_PAYMENT", "ALREADY_CANCELED_PAYMENT",
			"FAILED_REFUND_PROCESS", "FAILED_PARTIAL_REFUND", "COMMON_ERROR");

	private static final Set<String> ABSENT = Set.of("NOT_FOUND_PAYMENT", "NOT_FOUND");

	private static final Set<String> OUR_FAULT = Set.of("UNAUTHORIZED_KEY", "INVALID_API_KEY", "FORBIDDEN_REQUEST",
			"INCORRECT_BASIC_AUTH_FORMAT", "INVALID_REQUEST", "INVALID_IDEMPOTENCY_KEY", "NOT_REGISTERED_BUSINESS",
			"INVALID_UNREGISTERED_SUBMALL", "NOT_SUPPORTED_METHOD", "FORBIDDEN_CONSECUTIVE_REQUEST");

	private static final Map<String, Decline> DECLINES = declines();

	private ErrorCodes() {
	}

	static ProviderAnswer meaning(int status, String code) {
		if (status >= 500 || UNKNOWN.contains(code)) {
			return new ProviderAnswer.Silent(code);
		}
		if (status == 429) {
			return new ProviderAnswer.Refused(Decline.PROVIDER_BUSY, code);
		}
		if (ABSENT.contains(code)) {
			return new ProviderAnswer.Absent();
		}
		if (status == 401 || OUR_FAULT.contains(code)) {
			return new ProviderAnswer.OurFault(code);
		}
		return new ProviderAnswer.Refused(DECLINES.getOrDefault(code, Decline.CARD_REFUSED), code);
	}

	private static Map<String, Decline> declines() {
		var declines = new HashMap<String, Decline>();
		put(declines, Decline.CARD_REFUSED, "REJECT_CARD_PAYMENT", "REJECT_CARD_COMPANY", "INVALID_REJECT_CARD",
				"REJECT_TOSSPAY_INVALID_ACCOUNT", "RESTRICTED_CARD");
		put(declines, Decline.CARD_INVALID, "INVALID_CARD_EXPIRATION", "INVALID_STOPPED_CARD",
				"INVALID_CARD_LOST_OR_STOLEN", "INVALID_CARD_NUMBER", "INVALID_CARD_IDENTITY", "INVALID_PASSWORD",
				"INVALID_ACCOUNT_INFO_RE_REGISTER", "RESTRICTED_TRANSFER_ACCOUNT");
		put(declines, Decline.NOT_ENOUGH_MONEY, "REJECT_ACCOUNT_PAYMENT", "NOT_ENOUGH_BALANCE",
				"NOT_AVAILABLE_BANK_BALANCE");
		put(declines, Decline.LIMIT_EXCEEDED, "EXCEED_MAX_AMOUNT", "EXCEED_MAX_DAILY_PAYMENT_COUNT",
				"EXCEED_MAX_PAYMENT_AMOUNT", "EXCEED_MAX_ONE_DAY_AMOUNT", "EXCEED_MAX_MONTHLY_PAYMENT_AMOUNT",
				"EXCEED_MAX_ONE_DAY_WITHDRAW_AMOUNT", "EXCEED_MAX_ONE_TIME_WITHDRAW_AMOUNT", "EXCEED_MAX_AUTH_COUNT");
		put(declines, Decline.AMOUNT_NOT_POSSIBLE, "BELOW_MINIMUM_AMOUNT", "EXCEED_MAX_CARD_INSTALLMENT_PLAN",
				"INVALID_CARD_INSTALLMENT_PLAN", "NOT_ALLOWED_POINT_USE",
				"NOT_SUPPORTED_INSTALLMENT_PLAN_CARD_OR_MERCHANT", "NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN");
		put(declines, Decline.CANCELLED_BY_SHOPPER, "PAY_PROCESS_CANCELED", "USER_CANCEL");
		put(declines, Decline.SESSION_OVER, "NOT_FOUND_PAYMENT_SESSION", "PAY_PROCESS_ABORTED", "EXPIRED_PAYMENT");
		return Map.copyOf(declines);
	}

	private static void put(Map<String, Decline> declines, Decline decline, String... codes) {
		for (var code : codes) {
			declines.put(code, decline);
		}
	}

}
