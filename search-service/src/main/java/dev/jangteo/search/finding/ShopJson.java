package dev.jangteo.search.finding;

import java.util.List;

import dev.jangteo.search.display.Card;
import dev.jangteo.search.display.Moment;
import dev.jangteo.search.display.Opening;
import dev.jangteo.search.display.ShopFacts;
import org.jspecify.annotations.Nullable;

/**
 * Writes shops: the stored bytes as they are, and behind them what holds only now and
 * here.
 */
final class ShopJson {

	private static final int PER_SHOP = 768;

	private final Moment moment;

	private final @Nullable Place place;

	ShopJson(Moment moment, @Nullable Place place) {
		this.moment = moment;
		this.place = place;
	}

	byte[] list(Found found) {
		var out = new JsonBytes(64 + found.cards().size() * PER_SHOP).add("{\"items\":[");
		var separator = "";
		for (var card : found.cards()) {
			item(out.add(separator), card).add('}');
			separator = ",";
		}
		return ListEnd.add(out, found).toBytes();
	}

	/** A list of items; empty ones are left out. */
	static byte[] list(List<byte[]> items) {
		var size = 64;
		for (var item : items) {
			size += item.length + 1;
		}
		var out = new JsonBytes(size).add("{\"items\":[");
		var separator = "";
		for (var item : items) {
			if (item.length > 0) {
				out.add(separator).add(item);
				separator = ",";
			}
		}
		return ListEnd.add(out, Found.NOTHING).toBytes();
	}

	/** A shop. */
	byte[] item(Card card) {
		return item(new JsonBytes(PER_SHOP), card).add('}').toBytes();
	}

	/** A shop without its closing brace. */
	JsonBytes item(JsonBytes out, Card card) {
		out.add(card.bytes(), ShopFacts.jsonAt(card));
		opening(out, ShopFacts.opening(card));
		if (this.place != null) {
			delivery(out, ShopFacts.of(card), this.place);
		}
		return out;
	}

	/** Only those that are open now. */
	List<Card> open(List<Card> cards) {
		return cards.stream().filter((card) -> ShopFacts.opening(card).isOpen(this.moment)).toList();
	}

	private void opening(JsonBytes out, Opening opening) {
		if (opening.isOpen(this.moment)) {
			out.add(",\"openNow\":true,\"opensAt\":null");
			return;
		}
		out.add(",\"openNow\":false,\"opensAt\":");
		var next = opening.next(this.moment);
		if (next != null) {
			out.add('"').add(next.toString()).add('"');
		}
		else {
			out.add("null");
		}
	}

	private static void delivery(JsonBytes out, ShopFacts facts, Place place) {
		var distance = facts.distance(place.lat(), place.lng());
		out.add(",\"distanceMeters\":").add(Long.toString(Math.round(distance)));
		for (var tier : facts.tiers()) {
			if (distance <= tier.upto()) {
				out.add(",\"delivers\":true,\"deliveryFee\":").add(tier.fee());
				return;
			}
		}
		out.add(",\"delivers\":false,\"deliveryFee\":null");
	}

}
