package dev.jangteo.search.display;

import java.util.UUID;

/** What the display store holds cards of, and the names of its keys. */
public enum Shelf {

	/** Shops. */
	SHOPS("shop"),

	/** Products. */
	PRODUCTS("product");

	private static final String PREFIX = "jangteo:display:";

	private final String card;

	private final String detail;

	Shelf(String name) {
		this.card = PREFIX + name + ":{";
		this.detail = PREFIX + name + "-detail:{";
	}

	byte[] card(UUID id) {
		return key(this.card, id);
	}

	byte[] detail(UUID id) {
		return key(this.detail, id);
	}

	byte[] card(String id) {
		return Redis.key(this.card + id + "}");
	}

	static byte[] menu(UUID shop) {
		return key(PREFIX + "shop-menu:{", shop);
	}

	private static byte[] key(String prefix, UUID id) {
		return Redis.key(prefix + id + "}");
	}

}
