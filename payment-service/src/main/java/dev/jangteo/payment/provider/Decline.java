package dev.jangteo.payment.provider;

/**
 * Why a card was not charged, with a sentence a shopper understands.
 */
public enum Decline {

	CARD_REFUSED("The card's issuer refused the payment. Try another card."),

	CARD_INVALID("The card cannot be used: it has expired, was stopped, or its details are wrong."),

	NOT_ENOUGH_MONEY("There is not enough money on the card or account."),

	LIMIT_EXCEEDED("The payment is above the card's limit."),

	AMOUNT_NOT_POSSIBLE("The amount or the number of instalments is not possible with this card."),

	CANCELLED_BY_SHOPPER("The payment was cancelled before it was complete."),

	SESSION_OVER("The payment took too long and is over. Start it again."),

	NOT_COMPLETED("The payment was not completed. Nothing was charged."),

	PROVIDER_BUSY("Too many payments at this moment. Nothing was charged; try again shortly."),

	OUR_FAULT("The payment could not be made because of a fault on our side. Nothing was charged."),

	NOT_SENT("Cards cannot be charged at the moment. Nothing was charged.");

	private final String sentence;

	Decline(String sentence) {
		this.sentence = sentence;
	}

	public String sentence() {
		return sentence;
	}

}
