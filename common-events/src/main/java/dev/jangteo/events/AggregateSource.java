package dev.jangteo.events;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The owner's side of an aggregate that others may ask for. Declared as a bean it is
 * served to other services at {@code /internal/<aggregate>s}: by ids, by page, and as
 * digests and versions for reconciliation. Every answer shows committed state, at least
 * as new as the notifications already sent.
 *
 * @param <S> the representation given out; serialized as JSON
 */
public interface AggregateSource<S> {

	/** The aggregate's name as in its notifications, for example {@code order}. */
	String aggregate();

	/**
	 * Those of at most 100 aggregates that exist; absent and deleted ones are simply
	 * missing.
	 */
	List<Versioned<S>> byIds(Collection<UUID> ids);

	/**
	 * At most {@code limit} (up to 1000) live aggregates by ascending id.
	 * @param after the last id of the page before, or null for the first page
	 * @param limit size of the page
	 */
	List<Versioned<S>> page(@Nullable UUID after, int limit);

	/** Ids and versions of all live aggregates. */
	VersionIndex versionIndex();

}
