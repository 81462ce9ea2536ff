package dev.jangteo.search.finding;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import dev.jangteo.search.display.Moment;
import dev.jangteo.search.display.Shelf;
import dev.jangteo.search.index.Hit;
import dev.jangteo.search.index.Kind;
import dev.jangteo.search.index.SearchIndex;
import dev.jangteo.search.neighbour.NeighbourAway;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Finds shops, and shows those whose ids are known. */
@Component
public class FindShops {

	private final SearchIndex index;

	private final ShopSearch search;

	private final PlainSearch plain;

	private final Cards cards;

	private final RecentItems recent;

	private final FindingSettings settings;

	private final Clock clock;

	FindShops(SearchIndex index, ShopSearch search, PlainSearch plain, Cards cards, RecentItems recent,
			FindingSettings settings, Clock clock) {
		this.index = index;
		this.search = search;
		this.plain = plain;
		this.cards = cards;
		this.recent = recent;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * A page of shops in JSON.
	 * @throws NeighbourAway when neither search index nor display store answers
	 */
	public byte[] find(ShopQuery query, @Nullable String cursor, int limit) {
		var position = Position.of(query.list(), cursor);
		var moment = new Moment(this.clock.instant());
		var json = new ShopJson(moment, query.place());
		List<Hit> hits;
		try {
			hits = this.index.search(Kind.SHOP, this.search.body(query, position.after(), limit + 1));
		}
		catch (NeighbourAway ex) {
			return json.list(this.plain.shops(query, moment, limit));
		}
		var live = this.cards.live(Shelf.SHOPS, hits.stream().limit(limit).map(Hit::id).toList());
		// The index may be a moment behind: what is shown must be open when it is shown.
		var shown = query.openNow() ? json.open(live) : live;
		return json
			.list(new Found(shown, position.next(query.list(), hits, limit, this.settings.mostResults()), false));
	}

	/**
	 * The same as {@link #show}, with as little work as there can be; what was shown a
	 * few hundredths of a second ago is shown again.
	 * @param ids ids in lower case, 36 characters each, with one character between them
	 * @throws NeighbourAway when the display store does not answer in time
	 */
	public byte[] showStored(String ids) {
		return this.recent.list(ids);
	}

	/**
	 * The shops of some ids in JSON, in their order; those that do not exist are left
	 * out.
	 * @throws NeighbourAway when neither display store nor search index answers
	 */
	public byte[] show(List<UUID> ids, @Nullable Place place) {
		return new ShopJson(new Moment(this.clock.instant()), place)
			.list(new Found(this.cards.given(Shelf.SHOPS, ids), null, false));
	}

}
