package dev.jangteo.events.following;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.jangteo.events.CopyUnavailable;
import dev.jangteo.events.Follower;
import dev.jangteo.events.Versioned;
import dev.jangteo.events.following.Owner.Heard;
import dev.jangteo.events.wire.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings subjects into the copy: which of them are news, what the owner says, what the
 * follower makes of it. A subject that fails for itself is told apart by halving the bulk
 * it came in; an owner or a store that is away is an exception, and everything can be
 * done again.
 *
 * @param <S> type of the state
 */
final class Copying<S> {

	private static final Logger log = LoggerFactory.getLogger(Copying.class);

	private final Follower<S> follower;

	private final Owner<S> owner;

	private final FailedSubjects failures;

	private final FollowingSettings.Consumer settings;

	private final Traces traces;

	private final CopyMeters meters;

	private final String name;

	Copying(Follower<S> follower, Owner<S> owner, FailedSubjects failures, FollowingSettings.Consumer settings,
			Traces traces, CopyMeters meters) {
		this.follower = follower;
		this.owner = owner;
		this.failures = failures;
		this.settings = settings;
		this.traces = traces;
		this.meters = meters;
		this.name = follower.followed().name();
	}

	/**
	 * Handle what was heard: afterwards each subject is at least as new as said, or kept
	 * as failed.
	 */
	void on(List<Heard> heard) {
		var newest = new LinkedHashMap<UUID, Heard>();
		for (Heard one : heard) {
			newest.merge(one.notification().subject(), one, Copying::newer);
		}
		var news = new ArrayList<>(newest.values());
		var held = heldOf(newest.keySet());
		news.removeIf(one -> held.getOrDefault(one.notification().subject(), Long.MIN_VALUE) >= one.notification()
			.subjectVersion());
		meters.stale(heard.size() - news.size());
		for (var bulk : bulks(news)) {
			var parents = bulk.stream().map(Heard::traceparent).filter(Objects::nonNull).toList();
			traces.follow("follow " + name, parents, () -> {
				var wanted = new LinkedHashMap<UUID, Long>();
				bulk.forEach(one -> wanted.put(one.notification().subject(), one.notification().subjectVersion()));
				keep(wanted, bring(wanted));
			});
		}
	}

	/**
	 * Ask the owner for subjects and apply what it says.
	 * @param wanted at most a bulk of ids, with the version the copy must have at least
	 * @return what failed, and why
	 */
	Map<UUID, String> bring(Map<UUID, Long> wanted) {
		var failed = new HashMap<UUID, String>();
		var open = new HashMap<>(wanted);
		for (int ask = 0; !open.isEmpty(); ask++) {
			var found = ask(List.copyOf(open.keySet()), failed);
			apply(found.states(), failed);
			found.missing().forEach(id -> remove(id, open.getOrDefault(id, 0L), failed));
			open.keySet().removeAll(found.missing());
			found.states()
				.forEach(state -> open.computeIfPresent(state.id(),
						(_, version) -> (state.version() >= version) ? null : version));
			open.keySet().removeAll(failed.keySet());
			if (ask == settings.asks()) {
				open.keySet().forEach(id -> failed.put(id, "The owner keeps answering an older version"));
				break;
			}
			if (!open.isEmpty()) {
				meters.askedAgain(open.size());
				pause(settings.askPause().multipliedBy(1L << ask));
			}
		}
		meters.resolved(wanted.size() - failed.size());
		return failed;
	}

	/**
	 * Ask the owner for subjects now, apply what it says, and keep nothing as failed.
	 * @return those the owner does not have
	 */
	Collection<UUID> bringNow(Map<UUID, Long> wanted) {
		var failed = new HashMap<UUID, String>();
		var found = ask(List.copyOf(wanted.keySet()), failed);
		apply(found.states(), failed);
		found.missing()
			.stream()
			.filter(id -> wanted.getOrDefault(id, 0L) > 0)
			.forEach(id -> remove(id, wanted.getOrDefault(id, 0L), failed));
		if (!failed.isEmpty()) {
			throw new IllegalStateException("%s cannot be brought: %s".formatted(name, failed));
		}
		return found.missing();
	}

	/** Apply a page of the owner's, and keep what failed. */
	void onPage(Owner.Answer<S> page) {
		var failed = new HashMap<>(page.unreadable());
		apply(page.states(), failed);
		var versions = new HashMap<UUID, Long>();
		page.states().forEach(state -> versions.put(state.id(), state.version()));
		failed.forEach((id, error) -> failures.failed(name, id, versions.getOrDefault(id, 0L), brief(error)));
		meters.failed(failed.size());
	}

	/** Handle subjects whatever their version; those that fail are kept as failed. */
	void mend(Map<UUID, Long> held) {
		for (var bulk : bulks(List.copyOf(held.keySet()))) {
			var wanted = new HashMap<UUID, Long>();
			bulk.forEach(id -> wanted.put(id, Objects.requireNonNull(held.get(id))));
			keep(wanted, bring(wanted));
		}
	}

	/** Try the subjects again that are known to fail. */
	void retry(List<FailedSubjects.FailedSubject> due) {
		for (var bulk : bulks(due)) {
			var wanted = new HashMap<UUID, Long>();
			bulk.forEach(failure -> wanted.put(failure.subject(), failure.version()));
			var failed = bring(wanted);
			failed.forEach((id, error) -> failures.failedAgain(name, id, wanted.getOrDefault(id, 0L), brief(error)));
			settle(wanted.keySet(), failed.keySet());
		}
	}

	Map<UUID, Long> heldOf(Collection<UUID> ids) {
		try {
			return ids.isEmpty() ? Map.of() : follower.versions(ids);
		}
		catch (RuntimeException ex) {
			// Nothing is known of any subject, so none can be at fault.
			throw new CopyUnavailable("The copy %s does not say what it holds".formatted(name), ex);
		}
	}

	private void keep(Map<UUID, Long> wanted, Map<UUID, String> failed) {
		failed.forEach((id, error) -> {
			log.warn("{} {} failed and is tried again later: {}", name, id, brief(error));
			failures.failed(name, id, wanted.getOrDefault(id, 0L), brief(error));
		});
		meters.failed(failed.size());
		if (meters.anyFailing()) {
			settle(wanted.keySet(), failed.keySet());
		}
	}

	private void settle(Collection<UUID> tried, Collection<UUID> failed) {
		var settled = new HashSet<>(tried);
		settled.removeAll(failed);
		if (!settled.isEmpty()) {
			failures.settled(name, settled);
		}
	}

	private Found<S> ask(List<UUID> ids, Map<UUID, String> failed) {
		var states = new ArrayList<Versioned<S>>();
		var missing = new HashSet<>(ids);
		apart(ids, some -> {
			var answer = owner.byIds(some);
			states.addAll(answer.states());
			answer.unreadable().forEach(failed::put);
		}, failed, id -> id);
		states.forEach(state -> missing.remove(state.id()));
		missing.removeAll(failed.keySet());
		return new Found<>(states, missing);
	}

	private void apply(List<Versioned<S>> states, Map<UUID, String> failed) {
		apart(states, follower::apply, failed, Versioned::id);
	}

	private void remove(UUID id, long version, Map<UUID, String> failed) {
		apart(List.of(id), _ -> follower.remove(id, version), failed, same -> same);
	}

	/**
	 * Do it with all; if that fails, with each half, until those at fault stand alone.
	 */
	private <T> void apart(List<T> all, Consumer<List<T>> work, Map<UUID, String> failed, Function<T, UUID> id) {
		if (all.isEmpty()) {
			return;
		}
		try {
			work.accept(all);
		}
		catch (RuntimeException ex) {
			if (Outages.isOutage(ex)) {
				throw ex;
			}
			if (all.size() == 1) {
				failed.put(id.apply(all.getFirst()), String.valueOf(ex));
				return;
			}
			int half = all.size() / 2;
			apart(all.subList(0, half), work, failed, id);
			apart(all.subList(half, all.size()), work, failed, id);
		}
	}

	private <T> List<List<T>> bulks(List<T> all) {
		var bulks = new ArrayList<List<T>>();
		for (int from = 0; from < all.size(); from += settings.bulk()) {
			bulks.add(all.subList(from, Math.min(from + settings.bulk(), all.size())));
		}
		return bulks;
	}

	private static Heard newer(Heard one, Heard other) {
		return (other.notification().subjectVersion() > one.notification().subjectVersion()) ? other : one;
	}

	private static String brief(String error) {
		return (error.length() > 500) ? error.substring(0, 500) : error;
	}

	private static void pause(Duration duration) {
		try {
			TimeUnit.MILLISECONDS.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CopyUnavailable("Stopped", ex);
		}
	}

	private record Found<S>(List<Versioned<S>> states, Collection<UUID> missing) {
	}

}
