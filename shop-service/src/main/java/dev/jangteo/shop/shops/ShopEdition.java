package dev.jangteo.shop.shops;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A shop as it was after one change.
 *
 * @param version rises with every change
 */
public record ShopEdition(long version, Instant updatedAt, ShopState state, OpeningHours hours) {

	static ShopEdition of(Shop shop) {
		return new ShopEdition(shop.version(), shop.updatedAt(), ShopState.of(shop), shop.opening());
	}

	public ShopId id() {
		return new ShopId(this.state.id());
	}

	public boolean isOpen(Instant when) {
		return this.hours.isOpen(when, ZoneId.of(this.state.zone()));
	}

	public Optional<Instant> opensNext(Instant when) {
		return this.hours.opensNext(when, ZoneId.of(this.state.zone()));
	}

}
