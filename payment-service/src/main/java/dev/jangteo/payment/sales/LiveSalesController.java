package dev.jangteo.payment.sales;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.jangteo.defaults.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Live sales as a stream: an event {@code sales} whenever something has changed. Each
 * watcher has a virtual thread that writes to nobody else.
 */
@RestController
class LiveSalesController {

	private static final Logger logger = LoggerFactory.getLogger(LiveSalesController.class);

	private static final int MOST = 200;

	private static final Duration LOOK_EVERY = Duration.ofMillis(250);

	private static final Duration HEARTBEAT = Duration.ofSeconds(10);

	/** No longer than a token lives. */
	private static final Duration LONGEST = Duration.ofMinutes(15);

	private final Semaphore places = new Semaphore(MOST);

	private final SalesBoard board;

	private final Clock clock;

	LiveSalesController(SalesBoard board, Clock clock) {
		this.board = board;
		this.clock = clock;
	}

	@GetMapping(path = "/api/v1/ops/sales/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter watch() {
		if (!places.tryAcquire()) {
			throw Problem.unavailable("too-many-streams", "Too many watch already.", Duration.ofSeconds(10));
		}
		var emitter = new SseEmitter(0L);
		var ended = new AtomicBoolean();
		emitter.onCompletion(() -> ended.set(true));
		emitter.onError((_) -> ended.set(true));
		Thread.ofVirtual().name("live-sales").start(() -> {
			try {
				write(emitter, ended);
			}
			finally {
				places.release();
			}
		});
		return emitter;
	}

	private void write(SseEmitter emitter, AtomicBoolean ended) {
		try {
			show(emitter, ended);
			emitter.complete();
		}
		catch (IOException | IllegalStateException ex) {
			logger.debug("A watcher has gone");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			emitter.complete();
		}
		catch (RuntimeException ex) {
			logger.warn("A stream of live sales has ended early", ex);
			emitter.complete();
		}
	}

	private void show(SseEmitter emitter, AtomicBoolean ended) throws IOException, InterruptedException {
		var end = clock.instant().plus(LONGEST);
		var shown = board.read();
		var told = clock.instant();
		emitter.send(SseEmitter.event().reconnectTime(1000).name("sales").data(shown, MediaType.APPLICATION_JSON));
		while (!ended.get() && clock.instant().isBefore(end)) {
			Thread.sleep(LOOK_EVERY);
			var now = board.read();
			if (!now.tellsTheSameAs(shown)) {
				emitter.send(SseEmitter.event().name("sales").data(now, MediaType.APPLICATION_JSON));
				shown = now;
				told = clock.instant();
			}
			else if (told.plus(HEARTBEAT).isBefore(clock.instant())) {
				emitter.send(SseEmitter.event().comment("heartbeat"));
				told = clock.instant();
			}
		}
	}

}
