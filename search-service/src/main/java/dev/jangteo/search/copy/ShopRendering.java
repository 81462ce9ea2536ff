package dev.jangteo.search.copy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.events.Versioned;
import dev.jangteo.search.copy.ShopState.FeeTier;
import dev.jangteo.search.copy.ShopState.IntervalState;
import dev.jangteo.search.copy.ShopState.Location;
import dev.jangteo.search.copy.ShopState.OpeningState;
import dev.jangteo.search.display.Entry;
import dev.jangteo.search.display.Opening;
import dev.jangteo.search.display.Places.Place;
import dev.jangteo.search.display.Places.Point;
import dev.jangteo.search.display.ShopFacts;
import dev.jangteo.search.index.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** Turns a shop into what the stores hold of it. */
@Component
class ShopRendering {

	private static final int DAY = 24 * 60;

	private static final int WEEK = 7 * DAY;

	// Distance and fee in one number, so that both stay together in a sorted field.
	private static final long PER_METRE = 1_000_000_000_000L;

	private final Rendering rendering;

	ShopRendering(Rendering rendering) {
		this.rendering = rendering;
	}

	Rendered render(Versioned<ShopState> shop) {
		var state = shop.state();
		var opening = (state.opening() != null) ? state.opening() : OpeningState.NEVER;
		var card = facts(state, opening).before(this.rendering.open(Item.of(shop)));
		var detail = this.rendering.members(Detail.of(state, opening));
		return new Rendered(new Entry(shop.id(), shop.version(), new Entry.Content(card, detail)),
				new Part(shop.id(), shop.version(), fields(state, opening, card, detail)),
				new Place(shop.id(), shop.version(), new Point(state.location().lat(), state.location().lng())));
	}

	private ShopFacts facts(ShopState state, OpeningState opening) {
		var intervals = Rendering.orNone(opening.intervals())
			.stream()
			.map((one) -> new Opening.Interval(one.day().getValue() - 1, one.fromMinute(), one.toMinute()))
			.toList();
		var tiers = Rendering.orNone(state.deliveryFees())
			.stream()
			.map((tier) -> new ShopFacts.Tier(tier.uptoMeters(), this.rendering.whole(tier.fee())))
			.toList();
		return new ShopFacts(state.location().lat(), state.location().lng(), tiers, Opening.of(state.zone(), intervals,
				Rendering.orNone(opening.holidays()), opening.temporarilyClosed(), opening.temporarilyClosedUntil()));
	}

	private static Map<String, Object> fields(ShopState state, OpeningState opening, byte[] card, byte[] detail) {
		var fields = new HashMap<String, Object>();
		fields.put("name", state.name());
		fields.put("category", state.category());
		fields.put("address", state.address());
		fields.put("location", Map.of("lat", state.location().lat(), "lon", state.location().lng()));
		fields.put("feeTiers", Rendering.orNone(state.deliveryFees()).stream().map(ShopRendering::feeTier).toList());
		fields.put("zone", state.zone());
		fields.put("opens", opens(opening));
		fields.put("openNights", openNights(opening));
		fields.put("holidays", Rendering.orNone(opening.holidays()).stream().map(LocalDate::toString).toList());
		fields.put("card", card);
		fields.put("detail", detail);
		if (state.description() != null) {
			fields.put("description", state.description());
		}
		if (opening.temporarilyClosed()) {
			var until = opening.temporarilyClosedUntil();
			fields.put("closedUntil", (until != null) ? until.toEpochMilli() : Long.MAX_VALUE);
		}
		if (state.createdAt() != null) {
			fields.put("createdAt", state.createdAt().toString());
		}
		return fields;
	}

	private static long feeTier(FeeTier tier) {
		var hundredths = tier.fee().amount().movePointRight(2).min(BigDecimal.valueOf(PER_METRE - 1)).longValue();
		return tier.uptoMeters() * PER_METRE + hundredths;
	}

	// Minutes of the week; what lies after midnight is kept apart, because a holiday the
	// day
	// before closes it and one on the day itself does not.
	private static List<Map<String, Integer>> opens(OpeningState opening) {
		return Rendering.orNone(opening.intervals())
			.stream()
			.filter((one) -> one.fromMinute() < DAY)
			.map((one) -> range(midnight(one) + one.fromMinute(), midnight(one) + Math.min(one.toMinute(), DAY)))
			.toList();
	}

	private static List<Map<String, Integer>> openNights(OpeningState opening) {
		var nights = new ArrayList<Map<String, Integer>>();
		for (var one : Rendering.orNone(opening.intervals())) {
			if (one.toMinute() > DAY) {
				var next = (midnight(one) + DAY) % WEEK;
				nights.add(range(next + Math.max(0, one.fromMinute() - DAY), next + one.toMinute() - DAY));
			}
		}
		return nights;
	}

	private static int midnight(IntervalState interval) {
		return (interval.day().getValue() - 1) * DAY;
	}

	private static Map<String, Integer> range(int from, int to) {
		return Map.of("gte", from, "lt", to);
	}

	/**
	 * A shop as the stores take it.
	 *
	 * @param entry for the display store
	 * @param part for the index
	 * @param place for the places
	 */
	record Rendered(Entry entry, Part part, Place place) {

	}

	/** What a list shows; the rest of it is computed when it is shown. */
	private record Item(UUID id, String name, String category, String address, Location location, String zone,
			@Nullable String image, int deliveryRadiusMeters, @Nullable Money minimumOrder, long version) {

		static Item of(Versioned<ShopState> shop) {
			var state = shop.state();
			return new Item(shop.id(), state.name(), state.category(), state.address(), state.location(), state.zone(),
					Rendering.first(state.images()), state.deliveryRadiusMeters(), state.minimumOrder(),
					shop.version());
		}

	}

	/** What only the shop's page shows. */
	private record Detail(@Nullable String description, @Nullable String phone, List<FeeTier> deliveryFees,
			Hours opening, List<String> images) {

		static Detail of(ShopState state, OpeningState opening) {
			return new Detail(state.description(), state.phone(), Rendering.orNone(state.deliveryFees()),
					Hours.of(opening), Rendering.orNone(state.images()));
		}

	}

	private record Hours(@Nullable JsonNode weekly, List<LocalDate> holidays, boolean temporarilyClosed,
			@Nullable Instant temporarilyClosedUntil) {

		static Hours of(OpeningState opening) {
			return new Hours(opening.weekly(), Rendering.orNone(opening.holidays()), opening.temporarilyClosed(),
					opening.temporarilyClosedUntil());
		}

	}

}
