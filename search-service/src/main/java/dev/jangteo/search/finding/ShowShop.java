package dev.jangteo.search.finding;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.jangteo.events.CopyUnavailable;
import dev.jangteo.events.Followers;
import dev.jangteo.events.OwnerUnavailable;
import dev.jangteo.search.display.Moment;
import dev.jangteo.search.neighbour.Neighbour;
import dev.jangteo.search.neighbour.NeighbourAway;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Shows a shop with its menu. A shop that nobody told of yet, because the copy is being
 * filled or the notification is on its way, is asked for at its owner: few at a time, and
 * what the owner does not know either is not asked again for a while.
 */
@Component
public class ShowShop {

	private final Pages pages;

	private final Followers followers;

	private final Clock clock;

	private final Neighbour owner = new Neighbour("shop-service", 8, 5, Duration.ofSeconds(2));

	private final Cache<UUID, Boolean> unknown = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofSeconds(5))
		.maximumSize(10_000)
		.build();

	ShowShop(Pages pages, Followers followers, Clock clock) {
		this.pages = pages;
		this.followers = followers;
		this.clock = clock;
	}

	/**
	 * A shop's page in JSON; empty when there is no such shop.
	 * @throws NeighbourAway when nobody who may know it answers
	 */
	public Optional<byte[]> show(UUID shop, @Nullable Place place) {
		var json = new ShopJson(new Moment(this.clock.instant()), place);
		var known = this.pages.read(shop);
		if (known.isUnknown() && bring(shop)) {
			known = this.pages.read(shop);
		}
		return Optional.ofNullable(known.page()).map((page) -> page.json(json));
	}

	private boolean bring(UUID shop) {
		if (this.unknown.getIfPresent(shop) != null) {
			return false;
		}
		var brought = this.owner.ask(() -> {
			try {
				return this.followers.bring("shops", List.of(shop));
			}
			catch (OwnerUnavailable | CopyUnavailable ex) {
				throw new NeighbourAway("shop-service", ex);
			}
		});
		if (!brought) {
			this.unknown.put(shop, true);
		}
		return brought;
	}

}
