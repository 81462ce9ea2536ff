package dev.jangteo.events.following;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import dev.jangteo.events.CopyUnavailable;
import dev.jangteo.events.SliceDigest;
import dev.jangteo.events.VersionIndex;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a copy with its owner, slice by slice, and mends what differs. A change may be
 * on its way while both sides are read, so a difference counts only if the copy, looked
 * at again a little later, still is not where the owner was at the first look.
 */
final class Reconciling {

	private static final Logger log = LoggerFactory.getLogger(Reconciling.class);

	private static final int MOST_NAMED = 20;

	private final String name;

	private final Owner<?> owner;

	private final VersionIndex copy;

	private final Copying<?> copying;

	private final Duration confirmAfter;

	private final CopyMeters meters;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile @Nullable Report last;

	private volatile boolean running;

	Reconciling(String name, Owner<?> owner, VersionIndex copy, Copying<?> copying, Duration confirmAfter,
			CopyMeters meters) {
		this.name = name;
		this.owner = owner;
		this.copy = copy;
		this.copying = copying;
		this.confirmAfter = confirmAfter;
		this.meters = meters;
		meters.gauge("drift", "Aggregates found different from the owner at the last comparison",
				() -> (last != null) ? last.drift() : 0);
	}

	@Nullable Report last() {
		return last;
	}

	boolean running() {
		return running;
	}

	/** Compare and mend now; one at a time. */
	Report run() {
		lock.lock();
		running = true;
		var begun = Instant.now();
		try {
			var report = compare(begun);
			if (report.drift() > 0) {
				log.warn("{} differed from its owner in {} of {} aggregates, {} mended", name, report.drift(),
						report.compared(), report.mended());
			}
			last = report;
			return report;
		}
		catch (RuntimeException ex) {
			log.warn("{} could not be compared with its owner: {}", name, ex.toString());
			var before = last;
			last = new Report(name, begun, Instant.now(), 0, (before != null) ? before.drift() : 0, 0, 0, Set.of(),
					"The comparison did not come to an end");
			return Objects.requireNonNull(last);
		}
		finally {
			running = false;
			lock.unlock();
		}
	}

	private Report compare(Instant begun) {
		var theirs = owner.digests();
		long compared = theirs.values().stream().mapToLong(SliceDigest::count).sum();
		var first = look(different(theirs));
		if (first.isEmpty()) {
			return new Report(name, begun, Instant.now(), compared, 0, 0, 0, Set.of(), null);
		}
		pause();
		var second = look(slices(first.keySet()));
		var drift = new HashMap<UUID, Long>();
		first.forEach((id, difference) -> {
			var later = second.get(id);
			if (later != null && difference.remains(later)) {
				drift.put(id, later.wanted());
			}
		});
		copying.mend(drift);
		var left = new HashSet<>(look(slices(drift.keySet())).keySet());
		left.retainAll(drift.keySet());
		meters.mended(drift.size() - left.size());
		var named = new HashSet<>(drift.keySet().stream().limit(MOST_NAMED).toList());
		return new Report(name, begun, Instant.now(), compared, drift.size(), drift.size() - left.size(), left.size(),
				named, null);
	}

	private Set<Integer> different(Map<Integer, SliceDigest> theirs) {
		var ours = new HashMap<Integer, SliceDigest>();
		copy.digests().stream().filter(slice -> slice.count() > 0).forEach(slice -> ours.put(slice.slice(), slice));
		var slices = new HashSet<>(theirs.keySet());
		slices.addAll(ours.keySet());
		slices.removeIf(slice -> Objects.equals(theirs.get(slice), ours.get(slice)));
		return slices;
	}

	private static Set<Integer> slices(Set<UUID> ids) {
		var slices = new HashSet<Integer>();
		ids.forEach(id -> slices.add(SliceDigest.sliceOf(id)));
		return slices;
	}

	private Map<UUID, Difference> look(Set<Integer> slices) {
		var differences = new HashMap<UUID, Difference>();
		for (int slice : slices) {
			var ours = copy.versions(slice);
			var theirs = owner.versions(slice);
			var ids = new HashSet<>(ours.keySet());
			ids.addAll(theirs.keySet());
			for (UUID id : ids) {
				var difference = new Difference(theirs.get(id), ours.get(id));
				if (!Objects.equals(difference.theirs(), difference.ours())) {
					differences.put(id, difference);
				}
			}
		}
		return differences;
	}

	private void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(confirmAfter.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CopyUnavailable("Stopped", ex);
		}
	}

	/** The version each side has of an aggregate, null if none. */
	private record Difference(@Nullable Long theirs, @Nullable Long ours) {

		/** Whether what was different at this look had time to arrive and has not. */
		boolean remains(Difference later) {
			if (theirs == null) {
				return later.theirs == null;
			}
			return later.ours == null || later.theirs == null || later.ours < theirs || later.ours > later.theirs;
		}

		/**
		 * What the owner must answer at least; of what it has no more, the version to
		 * remove.
		 */
		long wanted() {
			if (theirs != null) {
				return theirs;
			}
			return (ours != null) ? ours : 0;
		}

	}

	/**
	 * What a comparison found.
	 *
	 * @param compared aggregates the owner has
	 * @param drift those that differed
	 * @param mended those of them that do no more
	 * @param left those that still do
	 * @param examples some of those that differed
	 * @param error why there is no result
	 */
	record Report(String follower, Instant begun, Instant ended, long compared, int drift, int mended, int left,
			Set<UUID> examples, @Nullable String error) {
	}

}
