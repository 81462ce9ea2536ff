package dev.jangteo.shop.products;

import java.util.UUID;

/**
 * Names a product.
 *
 * @param value a UUID of version 7
 */
public record ProductId(UUID value) {
}
