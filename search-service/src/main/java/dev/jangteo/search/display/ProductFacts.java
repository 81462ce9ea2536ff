package dev.jangteo.search.display;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * What is needed of a product besides its JSON, in front of it in its card.
 *
 * @param shop whose product it is
 * @param soldOut whether the owner says it is sold out
 */
public record ProductFacts(UUID shop, boolean soldOut) {

	private static final int SIZE = 17;

	/** The body of a card: these facts, then the JSON. */
	public byte[] before(byte[] json) {
		return ByteBuffer.allocate(SIZE + json.length)
			.putLong(this.shop.getMostSignificantBits())
			.putLong(this.shop.getLeastSignificantBits())
			.put((byte) (this.soldOut ? 1 : 0))
			.put(json)
			.array();
	}

	/** The facts of a card. */
	public static ProductFacts of(Card card) {
		var in = ByteBuffer.wrap(card.bytes(), card.bodyAt(), SIZE);
		return new ProductFacts(new UUID(in.getLong(), in.getLong()), in.get() == 1);
	}

	/** Where the JSON of a card begins. */
	public static int jsonAt(Card card) {
		return card.bodyAt() + SIZE;
	}

}
