package dev.jangteo.search.index;

/** What there is an index of. */
public enum Kind {

	/** Shops. */
	SHOP("jangteo-shops"),

	/** Products, with what is known of their stock. */
	PRODUCT("jangteo-products");

	/** Raised with each mapping that old documents do not fit. */
	private static final int MAPPING = 1;

	private final String alias;

	Kind(String alias) {
		this.alias = alias;
	}

	String alias() {
		return this.alias;
	}

	String index() {
		return this.alias + "-v" + MAPPING;
	}

	String definition() {
		return "index/" + this.alias + ".json";
	}

}
