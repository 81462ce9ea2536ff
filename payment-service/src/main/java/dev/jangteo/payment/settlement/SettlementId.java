package dev.jangteo.payment.settlement;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a settlement.
 *
 * @param value a UUID of version 7
 */
public record SettlementId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SettlementId {
	}

}
