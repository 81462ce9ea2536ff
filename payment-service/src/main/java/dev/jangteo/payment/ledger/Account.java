package dev.jangteo.payment.ledger;

/**
 * Where money stands. Debits are positive, credits negative.
 */
public enum Account {

	/** What we hold of shoppers until their order has ended. */
	SHOPPER,

	/** What the provider owes us. */
	PROVIDER_CLEARING,

	/** What we owe owners. */
	OWNER_PAYABLE,

	/** What the platform has earned. */
	COMMISSION,

	/** The tax on it. */
	COMMISSION_VAT,

	/** What the provider has kept. */
	PROVIDER_FEE,

	/** What owners have taken in cash at the door. */
	DOOR_CASH

}
