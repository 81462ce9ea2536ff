package dev.jangteo.search.finding;

import java.util.List;
import java.util.Objects;

import dev.jangteo.search.display.Card;

/**
 * What a shop's page is made of.
 *
 * @param shop the shop
 * @param detail what only the page shows of it
 * @param menu its products
 * @param menuSize how many products it has
 * @param degraded whether it is from the search index, for lack of the display store
 */
@SuppressWarnings("ArrayRecordComponent")
record Page(Card shop, byte[] detail, List<Dish> menu, long menuSize, boolean degraded) {

	Page {
		Objects.requireNonNull(shop);
		menu = List.copyOf(menu);
	}

	/** The page in JSON. */
	byte[] json(ShopJson shops) {
		var out = new JsonBytes(4096 + this.menu.size() * 1024);
		shops.item(out, this.shop).add(this.detail).add(",\"menu\":[");
		var separator = "";
		for (var dish : this.menu) {
			ProductJson.item(out.add(separator), dish.card(), dish.detail());
			separator = ",";
		}
		return out.add("],\"menuSize\":")
			.add(Long.toString(this.menuSize))
			.add(this.degraded ? ",\"degraded\":true}" : ",\"degraded\":false}")
			.toBytes();
	}

	/**
	 * A product on the menu.
	 *
	 * @param card what a list shows of it
	 * @param detail what only the menu shows of it
	 */
	record Dish(Card card, byte[] detail) {

	}

}
