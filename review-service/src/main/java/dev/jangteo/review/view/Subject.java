package dev.jangteo.review.view;

import java.util.Comparator;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What reviews are shown of: a shop, or one of its products.
 *
 * @param productId all zeros for the shop as a whole
 */
public record Subject(UUID shopId, UUID productId) implements Comparable<Subject> {

	private static final UUID WHOLE_SHOP = new UUID(0, 0);

	private static final Comparator<Subject> ORDER = Comparator.comparing(Subject::shopId, Subject::compare)
		.thenComparing(Subject::productId, Subject::compare);

	public static Subject shop(UUID shopId) {
		return new Subject(shopId, WHOLE_SHOP);
	}

	public static Subject of(UUID shopId, @Nullable UUID productId) {
		return new Subject(shopId, (productId != null) ? productId : WHOLE_SHOP);
	}

	// Unsigned: a shop comes before its products, so that whoever locks those holds the
	// shop already.
	private static int compare(UUID one, UUID other) {
		var most = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
		return (most != 0) ? most
				: Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
	}

	@Override
	public int compareTo(Subject other) {
		return ORDER.compare(this, other);
	}

}
