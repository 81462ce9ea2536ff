package dev.jangteo.payment.paying.web;

import java.util.UUID;

import dev.jangteo.defaults.BodyLimit;
import dev.jangteo.defaults.PublicRoutes;
import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.paying.HearProvider;
import dev.jangteo.payment.provider.PaymentKey;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes the provider's webhooks, and anybody's who pretends to be it. Of the body only
 * the names of order and payment are read; the answer is always 200.
 */
@RestController
class WebhookController {

	private static final String ROUTE = "/api/v1/payments/webhooks/toss";

	private final HearProvider provider;

	WebhookController(HearProvider provider) {
		this.provider = provider;
	}

	@PostMapping(ROUTE)
	void hear(@RequestBody Webhook webhook) {
		var data = webhook.data();
		if (data != null && data.paymentKey() != null && isId(data.orderId())) {
			provider.hear(new PaymentKey(data.paymentKey()), new OrderId(UUID.fromString(data.orderId())),
					"DONE".equals(data.status()));
		}
	}

	private static boolean isId(@Nullable String text) {
		return text != null && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
	}

	record Webhook(@Nullable Data data) {

		@Override
		public String toString() {
			return "Webhook[]";
		}

	}

	record Data(@Nullable String paymentKey, @Nullable String orderId, @Nullable String status) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Openings {

		@Bean
		PublicRoutes webhookRoute() {
			return PublicRoutes.of("POST " + ROUTE);
		}

		@Bean
		BodyLimit webhookBody() {
			return BodyLimit.of("POST " + ROUTE, DataSize.ofKilobytes(64));
		}

	}

}
