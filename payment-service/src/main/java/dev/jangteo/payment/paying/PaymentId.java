package dev.jangteo.payment.paying;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.jangteo.events.UuidV7;

/**
 * Names a payment.
 *
 * @param value a UUID of version 7
 */
public record PaymentId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public PaymentId {
	}

	/** A new id. Ids sort by the time they were made. */
	static PaymentId next() {
		return new PaymentId(UuidV7.next());
	}

}
