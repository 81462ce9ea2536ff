package dev.jangteo.order.ordering;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.jangteo.events.UuidV7;

/**
 * Names an order.
 *
 * @param value a UUID of version 7
 */
public record OrderId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public OrderId {
	}

	/** A new id. Ids sort by the time they were made. */
	static OrderId next() {
		return new OrderId(UuidV7.next());
	}

}
