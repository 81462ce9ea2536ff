package dev.jangteo.payment.paying.web;

import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.orders.MemberId;
import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.paying.Confirmation;
import dev.jangteo.payment.provider.PaymentKey;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * What the provider's widget gave the shopper.
 */
record ConfirmationForm(
		@NotNull @Pattern(regexp = "[A-Za-z0-9_\\-=]{1,200}",
				message = "must be the key the provider gave") String paymentKey,
		@NotNull UUID orderId, @NotNull Money amount) {

	Confirmation by(MemberId member, String requestKey) {
		return new Confirmation(member, requestKey, new PaymentKey(paymentKey), new OrderId(orderId), amount);
	}

	@Override
	public String toString() {
		return "ConfirmationForm[orderId=%s]".formatted(orderId);
	}

}
