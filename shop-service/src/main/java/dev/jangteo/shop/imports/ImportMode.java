package dev.jangteo.shop.imports;

/**
 * What becomes of products the file does not speak of.
 */
public enum ImportMode {

	/** They stay. */
	PARTIAL,

	/**
	 * They are removed, if a feed had brought them or could have: if they have an
	 * external id.
	 */
	FULL

}
