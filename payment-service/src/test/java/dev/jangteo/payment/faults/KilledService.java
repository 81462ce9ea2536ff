package dev.jangteo.payment.faults;

import dev.jangteo.payment.PaymentServiceApplication;

import org.springframework.boot.SpringApplication;

/**
 * The service as it is, in a process that kills itself somewhere.
 */
final class KilledService {

	private KilledService() {
	}

	public static void main(String[] arguments) {
		new SpringApplication(PaymentServiceApplication.class, Killing.class).run(arguments);
	}

}
