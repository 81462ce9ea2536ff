package dev.jangteo.events;

import java.util.UUID;

/**
 * An aggregate's state as its owner gave it out, with its version.
 *
 * @param <S> type of the state
 */
public record Versioned<S>(UUID id, long version, S state) {
}
