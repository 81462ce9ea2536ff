package dev.jangteo.shop.imports;

import java.util.UUID;

/**
 * Names a catalogue import.
 *
 * @param value a UUID of version 7
 */
public record ImportId(UUID value) {
}
