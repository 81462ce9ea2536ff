package dev.jangteo.defaults.idempotency;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Removes answers that are old enough, now and then.
 */
class AnswerPurge implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(AnswerPurge.class);

	private final StoredAnswers answers;

	private final IdempotencySettings settings;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("answer-purge").factory());

	private volatile boolean running;

	AnswerPurge(StoredAnswers answers, IdempotencySettings settings) {
		this.answers = answers;
		this.settings = settings;
	}

	@Override
	public void start() {
		this.running = true;
		var pause = this.settings.purge().toMillis();
		var _ = this.timer.scheduleWithFixedDelay(() -> purge(this.settings.kept()), pause, pause,
				TimeUnit.MILLISECONDS);
	}

	@Override
	public void stop() {
		this.running = false;
		this.timer.shutdownNow();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void purge(Duration kept) {
		try {
			var purged = this.answers.purge(kept);
			log.debug("Purged {} answers", purged);
		}
		catch (RuntimeException ex) {
			log.warn("Old answers could not be purged", ex);
		}
	}

}
