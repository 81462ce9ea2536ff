package dev.jangteo.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Fingerprint of the (id, version) pairs of one of 256 slices. Two sides that hold the
 * same pairs have equal digests, whether computed here or by SQL.
 *
 * @param slice the last byte of the ids, 0 to 255
 * @param count number of pairs
 * @param digest exclusive or, over all pairs, of the first 64 bits of
 * {@code md5(id || ':' || version)}
 */
public record SliceDigest(int slice, long count, long digest) {

	/** Number of slices. */
	public static final int SLICES = 256;

	/** The slice an id belongs to. */
	public static int sliceOf(UUID id) {
		return (int) (id.getLeastSignificantBits() & 0xFF);
	}

	/** This digest with one more pair in it. */
	public SliceDigest plus(UUID id, long version) {
		return new SliceDigest(slice, count + 1, digest ^ digest(id, version));
	}

	/** The digests of any set of pairs; slices without a pair are left out. */
	public static List<SliceDigest> of(Map<UUID, Long> versions) {
		var slices = new TreeMap<Integer, SliceDigest>();
		versions.forEach((id, version) -> slices.merge(sliceOf(id),
				new SliceDigest(sliceOf(id), 1, digest(id, version)), SliceDigest::merge));
		return List.copyOf(slices.values());
	}

	private static SliceDigest merge(SliceDigest one, SliceDigest other) {
		return new SliceDigest(one.slice, one.count + other.count, one.digest ^ other.digest);
	}

	private static long digest(UUID id, long version) {
		try {
			var md5 = MessageDigest.getInstance("MD5");
			return ByteBuffer.wrap(md5.digest((id + ":" + version).getBytes(StandardCharsets.US_ASCII))).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
