package dev.jangteo.shop.shops;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import dev.jangteo.defaults.ETags;
import dev.jangteo.defaults.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An owner describes a shop anew, changes its hours, or closes it down, knowing its
 * newest version.
 */
@Service
public class ChangeShop {

	private final Shops shops;

	private final ShopNotifications notifications;

	private final ClosedShops closed;

	private final Clock clock;

	ChangeShop(Shops shops, ShopNotifications notifications, ClosedShops closed, Clock clock) {
		this.shops = shops;
		this.notifications = notifications;
		this.closed = closed;
		this.clock = clock;
	}

	/**
	 * Replaces the description.
	 * @param opening the new hours, or null to keep those it has
	 */
	@Transactional
	public ShopEdition describe(UUID owner, ShopId id, long seen, ShopDetails details, @Nullable OpeningHours opening) {
		var shop = find(owner, id, seen);
		return change(shop, details, (opening != null) ? opening : shop.opening());
	}

	@Transactional
	public ShopEdition open(UUID owner, ShopId id, long seen, OpeningHours opening) {
		var shop = find(owner, id, seen);
		return change(shop, shop.details(), opening);
	}

	/** Its products follow it in the background. */
	@Transactional
	public void closeDown(UUID owner, ShopId id, long seen) {

		var shop = find(owner, id, seen);

		this.notifications.closed(shop);
		this.closed.add(id);
		this.shops.remove(shop);
	}

	private ShopEdition change(Shop shop, ShopDetails details, OpeningHours opening) {

		shop.change(details, opening, this.clock.instant().truncatedTo(ChronoUnit.MILLIS)).ifPresent(changed -> {
			this.shops.flush();
			this.notifications.changed(changed);
		});

		return ShopEdition.of(shop);
	}

	private Shop find(UUID owner, ShopId id, long seen) {

		var shop = this.shops.byId(id)
			.filter(found -> found.belongsTo(owner))
			.orElseThrow(() -> Problem.notFound("shop"));

		ETags.check(shop.version(), seen);
		return shop;
	}

}
