package dev.jangteo.payment.provider.toss;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.provider.PaymentKey;
import dev.jangteo.payment.provider.ProviderPayment;
import dev.jangteo.payment.provider.ProviderPayment.Standing;
import dev.jangteo.payment.provider.ProviderTransaction;
import org.jspecify.annotations.Nullable;

/**
 * The provider's JSON, as far as we read it.
 */
final class TossBodies {

	private TossBodies() {
	}

	record Payment(String paymentKey, String orderId, String status, String currency, BigDecimal totalAmount,
			BigDecimal balanceAmount, @Nullable String approvedAt) {

		ProviderPayment read() {
			return new ProviderPayment(new PaymentKey(paymentKey), new OrderId(UUID.fromString(orderId)), standing(),
					Money.of(totalAmount, currency), Money.of(balanceAmount, currency), instant(approvedAt));
		}

		private Standing standing() {
			return switch (status) {
				case "DONE", "CANCELED", "PARTIAL_CANCELED" -> Standing.CHARGED;
				case "ABORTED", "EXPIRED" -> Standing.ENDED;
				default -> Standing.OPEN;
			};
		}

	}

	record Transaction(String transactionKey, String paymentKey, @Nullable String orderId, String status,
			@Nullable String currency, BigDecimal amount, String transactionAt) {

		ProviderTransaction read() {
			var money = Money.of(amount, (currency != null) ? currency : "KRW");
			var isRefund = status.endsWith("CANCELED") && !money.isNegative();
			return new ProviderTransaction(transactionKey, new PaymentKey(paymentKey), orderId,
					isRefund ? money.negated() : money, OffsetDateTime.parse(transactionAt).toInstant());
		}

	}

	record Failure(@Nullable String code) {
	}

	private static @Nullable Instant instant(@Nullable String time) {
		return (time != null) ? OffsetDateTime.parse(time).toInstant() : null;
	}

}
