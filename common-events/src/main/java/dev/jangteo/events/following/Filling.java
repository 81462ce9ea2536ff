package dev.jangteo.events.following;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import dev.jangteo.events.Follower;
import dev.jangteo.events.SliceDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills a copy from the owner's bulk pages while new notifications are followed besides.
 * It remembers how far it came: a process that ends in between goes on, from the page it
 * had reached, with the next start.
 *
 * @param <S> type of the state
 */
final class Filling<S> {

	private static final Logger log = LoggerFactory.getLogger(Filling.class);

	private static final String ITEM = "fill";

	private static final int LONGEST_PAUSE_MS = 5000;

	private final Follower<S> follower;

	private final Owner<S> owner;

	private final Copying<S> copying;

	private final FollowerMemory memory;

	private final FollowingSettings.Fill settings;

	private final String name;

	private volatile Progress progress = new Progress(State.NONE, 0, 0, null);

	Filling(Follower<S> follower, Owner<S> owner, Copying<S> copying, FollowerMemory memory,
			FollowingSettings.Fill settings, CopyMeters meters) {
		this.follower = follower;
		this.owner = owner;
		this.copying = copying;
		this.memory = memory;
		this.settings = settings;
		this.name = follower.followed().name();
		meters.gauge("fill.done", "Aggregates filled into the copy so far", () -> progress.done());
		meters.gauge("fill.total", "Aggregates the owner had when filling began", () -> progress.total());
	}

	/** Whether the copy has to be filled, or filling has to go on. */
	boolean due() {
		var remembered = memory.recall(name, ITEM).map(Progress::parse);
		if (follower.isEmpty()) {
			progress = new Progress(State.DUE, 0, 0, null);
			return true;
		}
		remembered.ifPresent(last -> progress = last);
		return progress.state() == State.RUNNING;
	}

	Progress progress() {
		return progress;
	}

	/** Fill by pages until done. Waits for an owner that is away. */
	void byPages() throws InterruptedException {
		long pause = 100;
		while (progress.state() != State.DONE) {
			try {
				nextPage();
				pause = 100;
			}
			catch (RuntimeException ex) {
				log.info("Filling {} waits: {}", name, ex.toString());
				TimeUnit.MILLISECONDS.sleep(pause);
				pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
			}
		}
		log.info("Filled {} with {} aggregates", name, progress.done());
	}

	/** Begin anew, whatever was remembered. */
	void again() throws InterruptedException {
		progress = new Progress(State.DUE, 0, 0, null);
		byPages();
	}

	/** Show the progress of a filling that somebody else does. */
	void show(State state, long done, long total) {
		progress = new Progress(state, done, total, null);
		if (state == State.DONE) {
			memory.remember(name, ITEM, progress.format());
		}
	}

	private void nextPage() {
		if (progress.state() != State.RUNNING) {
			long total = owner.digests().values().stream().mapToLong(SliceDigest::count).sum();
			advance(new Progress(State.RUNNING, 0, total, null));
		}
		var now = progress;
		var page = owner.page(now.after(), settings.page());
		copying.onPage(page);
		long done = now.done() + page.states().size() + page.unreadable().size();
		advance((page.next() != null) ? new Progress(State.RUNNING, done, Math.max(done, now.total()), page.next())
				: new Progress(State.DONE, done, done, null));
	}

	private void advance(Progress next) {
		memory.remember(name, ITEM, next.format());
		progress = next;
	}

	enum State {

		NONE, DUE, RUNNING, DONE

	}

	/**
	 * How far filling is.
	 *
	 * @param done aggregates filled in
	 * @param total aggregates the owner had at the beginning
	 * @param after the last id of the last page
	 */
	record Progress(State state, long done, long total, @Nullable UUID after) {

		String format() {
			return "%s %d %d %s %s".formatted(state, done, total, (after != null) ? after : "-", Instant.now());
		}

		static Progress parse(String text) {
			var parts = text.split(" ", -1);
			return new Progress(State.valueOf(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]),
					"-".equals(parts[3]) ? null : UUID.fromString(parts[3]));
		}

	}

}
