package dev.jangteo.events;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The ids and versions of all live aggregates of a table or a copy, in 256 slices by the
 * last byte of the id. Tombstones are not part of it.
 */
public interface VersionIndex {

	/** The digests of all slices; those without an aggregate may be left out. */
	List<SliceDigest> digests();

	/** Ids and versions of one slice. */
	Map<UUID, Long> versions(int slice);

}
