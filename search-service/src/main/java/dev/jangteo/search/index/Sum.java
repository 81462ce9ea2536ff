package dev.jangteo.search.index;

/**
 * What a slice of the index holds of one part, in brief.
 *
 * @param count live documents
 * @param versions their versions, added up
 */
public record Sum(long count, long versions) {

	/** A slice that holds nothing. */
	public static final Sum NONE = new Sum(0, 0);

}
