package dev.jangteo.events;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The consumer's side: keeps a copy of what it uses of another service's aggregate.
 * Declared as a bean it is fed by Kafka or, while the broker is away, by the owner's
 * feed; batches are reduced to the newest version per subject and resolved in bulk. Calls
 * may come from several threads at once, doubled and in any order, so each write is
 * conditional on the version.
 * <p>
 * An exception from {@link #apply} or {@link #remove} is counted against the subject
 * alone, except for those that say that the copy's own store is away
 * ({@link CopyUnavailable} or Spring's transient and resource failures): these hold
 * everything up until the store is back.
 *
 * @param <S> the part of the owner's representation that is used
 */
public interface Follower<S> {

	/** What is followed. */
	Followed<S> followed();

	/**
	 * The newest version held of each id, tombstones included; an id never seen is
	 * missing.
	 */
	Map<UUID, Long> versions(Collection<UUID> ids);

	/**
	 * Write each state if it is newer than what is held, or if a tombstone of the same
	 * version is held. Repeatable; in one short transaction of its own.
	 */
	void apply(List<Versioned<S>> states);

	/**
	 * The owner has it no more: leave a tombstone of this version unless something newer
	 * is held.
	 */
	void remove(UUID id, long version);

	/** Ids and versions of all live ones. */
	VersionIndex versionIndex();

	/** Whether nothing is held, so that the copy has to be filled. */
	boolean isEmpty();

}
