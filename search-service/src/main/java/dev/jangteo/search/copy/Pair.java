package dev.jangteo.search.copy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.jangteo.events.CopyUnavailable;
import dev.jangteo.events.SliceDigest;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.search.display.Ledger;
import dev.jangteo.search.display.Ledger.Book;
import dev.jangteo.search.index.Kind;
import dev.jangteo.search.index.Part;
import dev.jangteo.search.index.SearchIndex;
import dev.jangteo.search.index.Sum;
import dev.jangteo.search.neighbour.NeighbourAway;
import org.jspecify.annotations.Nullable;

/**
 * Display store and index as one copy of one kind of subject. Both write conditionally on
 * the version; the ledger is written once both took it, so what it notes is held twice.
 * <p>
 * The display store goes first and on its own: with the index away it stays fresh, and
 * what the index missed is owed to it, up to a bound.
 */
final class Pair {

	private final String subject;

	private final Kind kind;

	private final SearchIndex index;

	private final Ledger ledger;

	private final CopySettings settings;

	private volatile @Nullable Book book;

	Pair(String subject, Kind kind, SearchIndex index, Ledger ledger, CopySettings settings) {
		this.subject = subject;
		this.kind = kind;
		this.index = index;
		this.ledger = ledger;
		this.settings = settings;
	}

	Map<UUID, Long> versions(Collection<UUID> ids) {
		try {
			return this.ledger.versions(book(), ids);
		}
		catch (NeighbourAway ex) {
			throw unavailable(ex);
		}
	}

	/**
	 * Writes to both.
	 * @param display writes the parts to the display store
	 */
	void keep(List<Part> parts, Runnable display) {
		try {
			display.run();
			writeIndex(parts);
		}
		catch (NeighbourAway ex) {
			throw unavailable(ex);
		}
	}

	boolean isEmpty() {
		try {
			return this.ledger.isEmpty(reopen());
		}
		catch (NeighbourAway ex) {
			throw unavailable(ex);
		}
	}

	/**
	 * Whether a removal tells of nothing that ever was, as when somebody asks for an id
	 * of his own making: that leaves no trace, else anybody could fill the stores.
	 */
	static boolean isNothing(long version) {
		return version <= 0;
	}

	/** What is held by both stores. */
	VersionIndex versionIndex() {
		return new HeldByBoth();
	}

	/** Some of what the index missed; negative versions were deleted. */
	Map<UUID, Long> owed(int limit) {
		return this.ledger.owed(this.subject, limit);
	}

	void paid(Collection<UUID> ids) {
		this.ledger.paid(this.subject, ids);
	}

	/** Whether any of these are owed. */
	boolean owes(Collection<UUID> ids) {
		return this.ledger.owes(this.subject, ids);
	}

	void owe(Map<UUID, Long> versions) {
		this.ledger.owe(this.subject, versions);
	}

	private void writeIndex(List<Part> parts) {
		try {
			if (this.index.write(this.kind, this.subject, parts)) {
				reopen();
			}
		}
		catch (NeighbourAway ex) {
			if (this.ledger.owedCount(this.subject) >= this.settings.mostOwed()) {
				throw ex;
			}
			owe(signed(parts));
			return;
		}
		this.ledger.write(book(), signed(parts));
	}

	private static Map<UUID, Long> signed(List<Part> parts) {
		var versions = new HashMap<UUID, Long>();
		for (var part : parts) {
			versions.put(part.id(), (part.fields() != null) ? part.version() : -part.version());
		}
		return versions;
	}

	private Book book() {
		var open = this.book;
		return (open != null) ? open : reopen();
	}

	// With the index away its last known name must do: it may well come back with its
	// data.
	private Book reopen() {
		Book open;
		try {
			open = this.ledger.open(this.subject, this.index.generation(this.kind));
		}
		catch (NeighbourAway ex) {
			open = this.ledger.last(this.subject).orElseThrow(() -> ex);
		}
		this.book = open;
		return open;
	}

	private static CopyUnavailable unavailable(NeighbourAway away) {
		return new CopyUnavailable("The copy cannot be written: " + away.getMessage(), away);
	}

	private final class HeldByBoth implements VersionIndex {

		@Override
		public List<SliceDigest> digests() {
			try {
				var book = reopen();
				var sums = Pair.this.index.sums(Pair.this.kind, Pair.this.subject);
				return IntStream.range(0, SliceDigest.SLICES)
					.mapToObj((slice) -> held(book, slice, sums.getOrDefault(slice, Sum.NONE)))
					.flatMap((held) -> SliceDigest.of(held).stream())
					.toList();
			}
			catch (NeighbourAway ex) {
				throw unavailable(ex);
			}
		}

		@Override
		public Map<UUID, Long> versions(int slice) {
			try {
				return inBoth(Pair.this.ledger.live(reopen(), slice), slice);
			}
			catch (NeighbourAway ex) {
				throw unavailable(ex);
			}
		}

		// Reading the ids of the index is dear; where count and sum agree, so do they.
		private Map<UUID, Long> held(Book book, int slice, Sum sum) {
			var noted = Pair.this.ledger.live(book, slice);
			var versions = noted.values().stream().mapToLong(Long::longValue).sum();
			return sum.equals(new Sum(noted.size(), versions)) ? noted : inBoth(noted, slice);
		}

		private Map<UUID, Long> inBoth(Map<UUID, Long> noted, int slice) {
			if (noted.isEmpty()) {
				return noted;
			}
			var indexed = Pair.this.index.versions(Pair.this.kind, Pair.this.subject, slice);
			var both = new HashMap<>(noted);
			both.entrySet().retainAll(indexed.entrySet());
			return both;
		}

	}

}
