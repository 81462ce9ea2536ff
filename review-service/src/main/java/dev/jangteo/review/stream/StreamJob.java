package dev.jangteo.review.stream;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Writes hours when they are over. Whatever fails is done by the next run.
 */
@Component
class StreamJob {

	private static final Logger logger = LoggerFactory.getLogger(StreamJob.class);

	private final AtomicInteger due = new AtomicInteger();

	private final WriteHours writeHours;

	private final Clock clock;

	private final Counter written;

	StreamJob(WriteHours writeHours, Clock clock, MeterRegistry meters) {
		this.writeHours = writeHours;
		this.clock = clock;
		this.written = Counter.builder("jangteo.reviews.stream.written")
			.description("Hours written to object storage, also anew")
			.register(meters);
		Gauge.builder("jangteo.reviews.stream.due", due, AtomicInteger::get)
			.description("Hours that were over and not yet in object storage after the last run")
			.register(meters);
	}

	@Scheduled(initialDelayString = "${jangteo.reviews.stream.every:1m}",
			fixedDelayString = "${jangteo.reviews.stream.every:1m}")
	void run() {
		try {
			written.increment(writeHours.write(clock.instant()));
			due.set(writeHours.due(clock.instant()).size());
		}
		catch (DataAccessException | TransactionException | IOException ex) {
			due.set(Math.max(1, due.get()));
			logger.warn("The stream cannot be written now; it is tried again", ex);
		}
	}

}
