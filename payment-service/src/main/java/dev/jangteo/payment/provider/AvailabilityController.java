package dev.jangteo.payment.provider;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells order-service whether card orders make sense at this moment.
 */
@RestController
@RequestMapping("/internal/payments")
class AvailabilityController {

	private final PaymentProvider provider;

	AvailabilityController(PaymentProvider provider) {
		this.provider = provider;
	}

	@GetMapping("/availability")
	Availability availability() {
		return new Availability(provider.isAvailable());
	}

	record Availability(boolean available) {
	}

}
