package dev.jangteo.order.ordering;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a member.
 *
 * @param value a UUID of version 7
 */
public record MemberId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public MemberId {
	}

}
