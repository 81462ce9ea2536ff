package dev.jangteo.payment.verification;

import dev.jangteo.payment.verification.VerifyPayments.Report;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The verification tables for operators: looked at, or looked at and mended where that is
 * safe.
 */
@RestController
@RequestMapping("/api/v1/ops/payments/verification")
class VerificationController {

	private final VerifyPayments verifyPayments;

	VerificationController(VerifyPayments verifyPayments) {
		this.verifyPayments = verifyPayments;
	}

	@GetMapping
	Report verify() {
		return verifyPayments.verify();
	}

	@PostMapping
	Report verifyAndMend() {
		var report = verifyPayments.verify();
		verifyPayments.mend(report);
		return report;
	}

}
