package dev.jangteo.search.index;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One part of a document, versioned by itself: a product's document has a part of its own
 * and one of its stock, and either may come first.
 *
 * @param id the document
 * @param version the part's version
 * @param fields the part's fields; {@code null} when what it tells of was deleted
 */
public record Part(UUID id, long version, @Nullable Map<String, Object> fields) {

}
