package dev.jangteo.review.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stars at a glance.
 *
 * @param mean with two decimals, 0 when there is none
 * @param histogram how many reviews have given so many stars
 * @param withPhotos how many have photos
 * @param photoShare their share, 0 to 1
 */
public record Summary(long count, BigDecimal mean, Map<Integer, Long> histogram, long withPhotos,
		BigDecimal photoShare) {

	static Summary of(long[] stars, long withPhotos) {
		var histogram = new TreeMap<Integer, Long>();
		var count = 0L;
		var sum = 0L;
		for (var each = 1; each <= 5; each++) {
			histogram.put(each, stars[each]);
			count += stars[each];
			sum += each * stars[each];
		}
		return new Summary(count, share(sum, count), histogram, withPhotos, share(withPhotos, count));
	}

	static Summary read(ResultSet row) throws SQLException {
		var stars = new long[6];
		for (var each = 1; each <= 5; each++) {
			stars[each] = row.getLong("stars" + each);
		}
		return of(stars, row.getLong("with_photos"));
	}

	private static BigDecimal share(long part, long whole) {
		return (whole == 0) ? BigDecimal.ZERO.setScale(2)
				: BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
	}

}
