package dev.jangteo.search.finding;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.jangteo.search.display.DisplayStore;
import dev.jangteo.search.display.Moment;
import dev.jangteo.search.display.Shelf;
import dev.jangteo.search.neighbour.NeighbourAway;

import org.springframework.stereotype.Component;

/**
 * Shops as lists show them, remembered for a few hundredths of a second: a shop that is
 * on everybody's list is not read and written anew for each of them. What nobody else
 * just asked for comes from the display store.
 */
@Component
class RecentItems {

	private static final int ID_LENGTH = 36;

	private final DisplayStore display;

	private final Clock clock;

	private final Cache<String, byte[]> items;

	RecentItems(DisplayStore display, FindingSettings settings, Clock clock) {
		this.display = display;
		this.clock = clock;
		this.items = Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(settings.remember()).build();
	}

	/**
	 * A list of shops in JSON; unknown ones are left out.
	 * @param ids ids in lower case, 36 characters each, with one character between them
	 * @throws NeighbourAway when the display store does not answer in time
	 */
	byte[] list(String ids) {
		var items = new ArrayList<byte[]>();
		var missing = new ArrayList<String>();
		for (int from = 0; from < ids.length(); from += ID_LENGTH + 1) {
			var id = ids.substring(from, from + ID_LENGTH);
			var item = this.items.getIfPresent(id);
			if (item == null) {
				missing.add(id);
				item = JsonBytes.NONE;
			}
			items.add(item);
		}
		if (!missing.isEmpty()) {
			fill(items, missing);
		}
		return ShopJson.list(items);
	}

	private void fill(List<byte[]> items, List<String> missing) {
		var json = new ShopJson(new Moment(this.clock.instant()), null);
		var cards = this.display.stored(Shelf.SHOPS, missing).iterator();
		var ids = missing.iterator();
		for (int i = 0; i < items.size(); i++) {
			if (items.get(i).length == 0) {
				var id = ids.next();
				var card = cards.next();
				if (card != null && card.isLive()) {
					var item = json.item(card);
					this.items.put(id, item);
					items.set(i, item);
				}
			}
		}
	}

}
