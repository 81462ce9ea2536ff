package dev.jangteo.payment.paying;

import dev.jangteo.payment.provider.ProviderAnswer;

/**
 * One call to the provider and what came of it.
 */
record Called(Kind kind, ProviderAnswer answer) {

	/**
	 * What was asked.
	 */
	enum Kind {

		CONFIRM, ASK, CANCEL, GIVE_UP

	}

}
