package dev.jangteo.payment.provider;

/**
 * Every way a question to the provider can end.
 */
public sealed interface ProviderAnswer {

	/** One word for logs and for the record of what was tried. */
	default String word() {
		return switch (this) {
			case Told told -> "told:" + told.payment().standing();
			case Refused refused -> "refused:" + refused.code();
			case Absent __ -> "absent";
			case OurFault fault -> "our-fault:" + fault.code();
			case Silent silent -> "silent:" + silent.cause();
			case NotSent unsent -> "not-sent:" + unsent.cause();
		};
	}

	/** The provider shows the payment as it has it now. */
	record Told(ProviderPayment payment) implements ProviderAnswer {
	}

	/**
	 * The provider refuses for a reason that lies with the card or the payment. Nothing
	 * was moved by this call.
	 *
	 * @param code the provider's own
	 */
	record Refused(Decline decline, String code) implements ProviderAnswer {
	}

	/** The provider knows no such payment. */
	record Absent() implements ProviderAnswer {
	}

	/** The provider refuses because we did something wrong. Nothing was moved. */
	record OurFault(String code) implements ProviderAnswer {
	}

	/** Nobody knows whether the call took effect. */
	record Silent(String cause) implements ProviderAnswer {
	}

	/** The call cannot have reached the provider. */
	record NotSent(String cause) implements ProviderAnswer {
	}

}
