package dev.jangteo.payment.paying.web;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Answer;
import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.CursorPage;
import dev.jangteo.defaults.Idempotency;
import dev.jangteo.defaults.Problem;
import dev.jangteo.payment.orders.MemberId;
import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.orders.PaymentMethod;
import dev.jangteo.payment.paying.ConfirmPayment;
import dev.jangteo.payment.paying.PaymentHistory;
import dev.jangteo.payment.paying.PaymentId;
import dev.jangteo.payment.paying.PaymentView;
import dev.jangteo.payment.provider.Decline;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a shopper does with payments.
 */
@RestController
@RequestMapping("/api/v1/payments")
class PaymentController {

	private final ConfirmPayment confirmPayment;

	private final PaymentHistory history;

	private final Idempotency idempotency;

	PaymentController(ConfirmPayment confirmPayment, PaymentHistory history, Idempotency idempotency) {
		this.confirmPayment = confirmPayment;
		this.history = history;
		this.idempotency = idempotency;
	}

	@PostMapping("/confirmations")
	Answer<PaymentRepresentation> confirm(Caller caller,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody ConfirmationForm form) {
		return idempotency.run("confirm-payment", caller, key, form,
				() -> confirmed(caller, String.valueOf(key).strip(), form), PaymentController::represent);
	}

	@GetMapping
	CursorPage<PaymentRepresentation> list(Caller caller, @RequestParam UUID orderId) {
		var tries = history.of(new MemberId(caller.memberId()), new OrderId(orderId))
			.orElseThrow(() -> Problem.notFound("order"));
		return new CursorPage<>(tries.stream().map(PaymentRepresentation::of).toList(), null);
	}

	@GetMapping("/{id}")
	PaymentRepresentation show(Caller caller, @PathVariable UUID id) {
		return history.findOf(new MemberId(caller.memberId()), new PaymentId(id))
			.map(PaymentRepresentation::of)
			.orElseThrow(() -> Problem.notFound("payment"));
	}

	private PaymentView confirmed(Caller caller, String key, ConfirmationForm form) {
		return confirmPayment.confirm(form.by(new MemberId(caller.memberId()), key))
			.orElseThrow(() -> Problem.notFound("order"));
	}

	// A refusal is thrown and so not kept: the payment itself is what is asked next time.
	private static ResponseEntity<PaymentRepresentation> represent(PaymentView payment) {
		if (payment.decline() != null) {
			throw refusal(payment.decline());
		}
		var status = payment.status().isOpen() ? HttpStatus.ACCEPTED : HttpStatus.OK;
		return ResponseEntity.status(status).body(PaymentRepresentation.of(payment));
	}

	private static Problem refusal(Decline decline) {
		if (decline == Decline.NOT_SENT || decline == Decline.OUR_FAULT) {
			return Problem.unavailable("card-payment-unavailable", decline.sentence(), Duration.ofSeconds(10))
				.with("alternatives", List.of(PaymentMethod.PAY_ON_DELIVERY));
		}
		return Problem.rule("PAYMENT_DECLINED", decline.sentence()).with("decline", decline);
	}

}
