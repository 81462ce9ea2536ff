package dev.jangteo.search.display;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What must be computed anew each time a shop is shown: where it is, what delivery costs
 * from there, and when it is open. It lies in front of the shop's JSON in its card, in
 * few bytes, so that showing a list parses no JSON.
 *
 * @param lat latitude in degrees
 * @param lng longitude in degrees
 * @param tiers delivery fees, nearest first
 * @param opening when it is open
 */
public record ShopFacts(double lat, double lng, List<Tier> tiers, Opening opening) {

	private static final int TIERS_AT = 2 + 2 * Double.BYTES;

	private static final double EARTH_RADIUS = 6_371_008.7714;

	public ShopFacts {
		tiers = List.copyOf(tiers);
	}

	/** The body of a card: these facts, then the JSON. */
	public byte[] before(byte[] json) {
		var size = 17 + this.opening.size() + this.tiers.stream().mapToInt((tier) -> 5 + tier.fee().length).sum();
		var out = ByteBuffer.allocate(2 + size + json.length);
		out.putShort((short) size).putDouble(this.lat).putDouble(this.lng).put((byte) this.tiers.size());
		for (var tier : this.tiers) {
			out.putInt(tier.upto());
			putText(out, tier.fee());
		}
		this.opening.write(out);
		return out.put(json).array();
	}

	/** The facts of a card. */
	public static ShopFacts of(Card card) {
		var in = ByteBuffer.wrap(card.bytes(), card.bodyAt() + 2, card.bytes().length - card.bodyAt() - 2);
		var lat = in.getDouble();
		var lng = in.getDouble();
		var tiers = new Tier[in.get()];
		for (int i = 0; i < tiers.length; i++) {
			var upto = in.getInt();
			var fee = new byte[in.get()];
			in.get(fee);
			tiers[i] = new Tier(upto, fee);
		}
		return new ShopFacts(lat, lng, List.of(tiers), Opening.read(in));
	}

	/** Only when the shop of a card is open. */
	public static Opening opening(Card card) {
		var in = ByteBuffer.wrap(card.bytes());
		in.position(card.bodyAt() + TIERS_AT);
		for (int tiers = in.get(); tiers > 0; tiers--) {
			in.position(in.position() + Integer.BYTES);
			in.position(in.position() + 1 + in.get(in.position()));
		}
		return Opening.read(in);
	}

	/** Where the JSON of a card begins. */
	public static int jsonAt(Card card) {
		var at = card.bodyAt();
		return at + 2 + (((card.bytes()[at] & 0xff) << 8) | (card.bytes()[at + 1] & 0xff));
	}

	/** Metres in a straight line to a point. */
	public double distance(double toLat, double toLng) {
		var sinLat = Math.sin(Math.toRadians(toLat - this.lat) / 2);
		var sinLng = Math.sin(Math.toRadians(toLng - this.lng) / 2);
		var a = sinLat * sinLat
				+ Math.cos(Math.toRadians(this.lat)) * Math.cos(Math.toRadians(toLat)) * sinLng * sinLng;
		return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(a)));
	}

	static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	static void putText(ByteBuffer out, byte[] text) {
		out.put((byte) text.length).put(text);
	}

	static String getText(ByteBuffer in) {
		var text = new byte[in.get()];
		in.get(text);
		return new String(text, StandardCharsets.US_ASCII);
	}

	/**
	 * A delivery fee.
	 *
	 * @param upto the distance in metres it holds up to
	 * @param fee the fee, in JSON
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Tier(int upto, byte[] fee) {

	}

}
