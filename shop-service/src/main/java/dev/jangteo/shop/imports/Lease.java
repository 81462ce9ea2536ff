package dev.jangteo.shop.imports;

import java.util.UUID;

/**
 * The right to work on an import, for as long as its holder gives signs of life. Every
 * attempt at an import has a lease of its own: when one is stopped and resumed at once,
 * the attempt before must not go on beside the new one.
 */
record Lease(ImportId id, UUID holder) {
}
