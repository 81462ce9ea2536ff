package dev.jangteo.events.following;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.jangteo.events.following.Reconciling.Report;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets operators compare the copies with their owners now, and see the last reports. */
@RestController
@RequestMapping("/api/v1/ops/reconciliation")
class ReconciliationController {

	private static final int LONGEST_WAIT_SECONDS = 8;

	private final Copies copies;

	ReconciliationController(Copies copies) {
		this.copies = copies;
	}

	@GetMapping
	Reports list() {
		return reports(List.copyOf(copies.all()));
	}

	/**
	 * Compares and mends. Answers 200 with the reports, or 202 if it takes longer than
	 * one waits.
	 * @param follower one follower only
	 */
	@PostMapping
	ResponseEntity<Reports> run(@RequestParam @Nullable String follower) throws InterruptedException {
		var wanted = (follower == null) ? List.copyOf(copies.all()) : List.<Following<?>>of(copies.find(follower)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No such follower")));
		var done = new CountDownLatch(wanted.size());
		wanted.forEach(following -> Thread.ofVirtual().start(() -> {
			following.reconciling().run();
			done.countDown();
		}));
		boolean inTime = done.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
		return ResponseEntity.status(inTime ? HttpStatus.OK : HttpStatus.ACCEPTED).body(reports(wanted));
	}

	private static Reports reports(List<? extends Following<?>> followings) {
		var items = followings.stream().map(following -> following.reconciling().last()).filter(Objects::nonNull);
		return new Reports(followings.stream().anyMatch(following -> following.reconciling().running()),
				items.map(Objects::requireNonNull).toList());
	}

	record Reports(boolean running, List<Report> items) {
	}

}
