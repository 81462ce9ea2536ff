package dev.jangteo.payment.orders;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names an order.
 *
 * @param value the id its owner gave
 */
public record OrderId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public OrderId {
	}

}
