package dev.jangteo.review.view;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Makes views after each change, once for many changes of a subject that wait. What is
 * lost here, with the process or because Redis was away, is found again by the sweep.
 */
@Component
class ViewWorker implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(ViewWorker.class);

	private static final int SWEEP = 200;

	private final Set<Subject> waiting = ConcurrentHashMap.newKeySet();

	private final ExecutorService makers = Executors.newFixedThreadPool(2, Thread.ofVirtual().name("views").factory());

	private final AtomicInteger owed = new AtomicInteger();

	private final MakeViews views;

	ViewWorker(MakeViews views, MeterRegistry meters) {
		this.views = views;
		Gauge.builder("jangteo.reviews.views.owed", owed, AtomicInteger::get)
			.description(
					"Subjects whose newest change was not known to be in Redis at the last sweep, at most " + SWEEP)
			.register(meters);
	}

	@TransactionalEventListener
	void on(SubjectsChanged changed) {
		changed.subjects().forEach(this::enqueue);
	}

	@Scheduled(fixedDelayString = "${jangteo.reviews.view.sweep-every:500ms}")
	void sweep() {
		try {
			var subjects = views.owed(SWEEP);
			owed.set(subjects.size());
			subjects.forEach(views::make);
		}
		catch (DataAccessException | TransactionException ex) {
			logger.debug("Views cannot be made now");
		}
	}

	private void enqueue(Subject subject) {
		if (waiting.add(subject)) {
			try {
				makers.execute(() -> make(subject));
			}
			catch (RejectedExecutionException ex) {
				logger.debug("The view is left to the sweep of another instance");
			}
		}
	}

	// Taken off first: what changes from now on is made once more.
	private void make(Subject subject) {
		waiting.remove(subject);
		try {
			views.make(subject);
		}
		catch (DataAccessException | TransactionException ex) {
			logger.debug("A view cannot be made now; the sweep will");
		}
	}

	@Override
	public void destroy() {
		makers.shutdown();
	}

}
