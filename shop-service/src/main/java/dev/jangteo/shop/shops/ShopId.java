package dev.jangteo.shop.shops;

import java.util.UUID;

/**
 * Names a shop.
 *
 * @param value a UUID of version 7
 */
public record ShopId(UUID value) {
}
