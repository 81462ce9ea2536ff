package dev.jangteo.shop.shops.web;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.jangteo.shop.shops.ShopEdition;
import dev.jangteo.shop.shops.ShopState;
import org.jspecify.annotations.Nullable;

/**
 * A shop as its owner sees it.
 *
 * @param opensAt now when it is open, else the next opening, as far as that is known
 */
record ShopRepresentation(@JsonUnwrapped ShopState shop, long version, Instant updatedAt, boolean openNow,
		@Nullable Instant opensAt) {

	static ShopRepresentation of(ShopEdition edition, Instant now) {
		return new ShopRepresentation(edition.state(), edition.version(), edition.updatedAt(), edition.isOpen(now),
				edition.opensNext(now).orElse(null));
	}

}
