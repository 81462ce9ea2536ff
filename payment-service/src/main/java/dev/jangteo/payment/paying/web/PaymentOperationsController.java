package dev.jangteo.payment.paying.web;

import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Problem;
import dev.jangteo.payment.paying.PaymentHistory;
import dev.jangteo.payment.paying.PaymentHistory.Tried;
import dev.jangteo.payment.paying.PaymentId;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A payment as an operator sees it, with what was tried.
 */
@RestController
@RequestMapping("/api/v1/ops/payments")
class PaymentOperationsController {

	private final PaymentHistory history;

	PaymentOperationsController(PaymentHistory history) {
		this.history = history;
	}

	@GetMapping("/{id}")
	Tries show(@PathVariable UUID id) {
		var payment = history.find(new PaymentId(id)).orElseThrow(() -> Problem.notFound("payment"));
		return new Tries(PaymentRepresentation.of(payment), history.tried(payment.id()));
	}

	/**
	 * A payment.
	 *
	 * @param tried every call to the provider and its outcome in a word, the oldest first
	 */
	record Tries(PaymentRepresentation payment, List<Tried> tried) {
	}

}
