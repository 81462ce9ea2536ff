package dev.jangteo.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.jangteo.sandbox.Payment.Begin;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a sandbox has and a provider has not: the shopper's part, faults and open books,
 * under {@code /sandbox}.
 */
final class SandboxCalls {

	// Written out: whoever waits for the start need not wait for the JSON library too.
	private static final Answer UP = Answer.plain("{\"status\":\"UP\"}");

	private final Books books;

	private final Faults faults;

	private final Webhooks webhooks;

	private final Clock clock;

	SandboxCalls(Books books, Faults faults, Webhooks webhooks, Clock clock) {
		this.books = books;
		this.faults = faults;
		this.webhooks = webhooks;
		this.clock = clock;
	}

	Reply reply(Call call) {
		var address = String.join("/", call.path());
		return switch (call.method() + " " + address) {
			case "GET sandbox" -> Answer.page(page());
			case "GET sandbox/health" -> UP;
			case "POST sandbox/payments" -> begin(call.json());
			case "GET sandbox/books" -> Answer.ok(openBooks());
			case "GET sandbox/faults" -> Answer.ok(faults.view());
			case "PUT sandbox/faults" -> {
				faults.replace(call.json());
				yield Answer.ok(faults.view());
			}
			case "DELETE sandbox/faults" -> {
				faults.clear();
				yield Answer.ok(faults.view());
			}
			case "GET sandbox/webhooks" -> Answer.ok(webhooks.view());
			case "PUT sandbox/webhook-url" -> {
				webhooks.goTo(address(call.json()));
				yield Answer.ok(webhooks.view());
			}
			default -> throw Refused.because(ErrorCode.NOT_FOUND);
		};
	}

	private Answer begin(JsonNode json) {
		var orderId = Fields.required(json, "orderId", 64);
		var amount = Fields.amount(json, "amount").orElseThrow(() -> Refused.invalid("'amount' is required."));
		var customer = Fields.text(json, "customerKey").orElse("ANONYMOUS");
		var decline = Fields.text(json, "decline").map(Fields::code).orElse(null);
		if (decline != null && !decline.isRefusal()) {
			throw Refused.invalid("'decline' takes a code below 500.");
		}
		var payment = books.begin(new Begin(orderId, amount, currency(json), customer, decline));
		return Answer.created(Map.of("paymentKey", payment.paymentKey(), "orderId", orderId, "amount",
				Json.amount(amount), "status", payment.status().name()));
	}

	private Map<String, Object> openBooks() {
		var now = clock.instant();
		var all = books.all();
		var approved = all.stream().filter(Payment::isApproved).toList();
		var json = new LinkedHashMap<String, Object>();
		json.put("approvals", approved.size());
		json.put("approvedAmount",
				Json.amount(approved.stream().map(Payment::totalAmount).reduce(BigDecimal.ZERO, BigDecimal::add)));
		json.put("cancelledAmount",
				Json.amount(approved.stream().map(Payment::cancelledAmount).reduce(BigDecimal.ZERO, BigDecimal::add)));
		json.put("payments", all.stream().map((payment) -> page(payment, now)).toList());
		return json;
	}

	private static Map<String, @Nullable Object> page(Payment payment, Instant now) {
		var json = Wire.payment(payment, now);
		json.put("customerKey", payment.customerKey());
		json.put("approvals", payment.isApproved() ? 1 : 0);
		json.putIfAbsent("cancels", List.of());
		return json;
	}

	private static String currency(JsonNode json) {
		var code = Fields.text(json, "currency").orElse("KRW");
		try {
			return Currency.getInstance(code).getCurrencyCode();
		}
		catch (IllegalArgumentException ex) {
			throw Refused.invalid("There is no currency '" + code + "'.");
		}
	}

	private static @Nullable URI address(JsonNode json) {
		return Fields.text(json, "url", 500).map(SandboxSettings::webhookAddress).orElse(null);
	}

	private static String page() {
		try (var in = SandboxCalls.class.getResourceAsStream("widget.html")) {
			return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
