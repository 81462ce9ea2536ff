package dev.jangteo.shop.shops;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import dev.jangteo.events.UuidV7;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An owner starts a shop.
 */
@Service
public class FoundShop {

	private final Shops shops;

	private final ShopNotifications notifications;

	private final Clock clock;

	FoundShop(Shops shops, ShopNotifications notifications, Clock clock) {
		this.shops = shops;
		this.notifications = notifications;
		this.clock = clock;
	}

	@Transactional
	public ShopEdition found(UUID owner, ShopDetails details, OpeningHours opening) {

		var now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		var shop = new Shop(new ShopId(UuidV7.next()), owner, details, opening, now);

		this.shops.add(shop);
		this.notifications.founded(shop);

		return ShopEdition.of(shop);
	}

}
