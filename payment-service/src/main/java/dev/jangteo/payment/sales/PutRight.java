package dev.jangteo.payment.sales;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import dev.jangteo.payment.ledger.Terms;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Puts the counted sales right from the ledger, also while charges come in. Two bounds
 * are certain: what the ledger had a moment ago must have been counted by now, and what
 * was counted a while ago must be in the ledger by now. Whatever lies outside is
 * corrected by as much; once nothing comes in any more both meet.
 */
@Component
class PutRight {

	private static final Logger logger = LoggerFactory.getLogger(PutRight.class);

	/** Longer than any transaction and flush take. */
	private static final Duration A_WHILE = Duration.ofSeconds(4);

	private final SalesTotals ledger;

	private final RedisTallies counted;

	private final Terms terms;

	private final Clock clock;

	private final Map<LocalDate, History> histories = new HashMap<>();

	PutRight(SalesTotals ledger, RedisTallies counted, Terms terms, Clock clock) {
		this.ledger = ledger;
		this.counted = counted;
		this.terms = terms;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${jangteo.sales.put-right-every:1s}")
	void putRight() {
		try {
			if (ledger.advance()) {
				var now = clock.instant();
				var today = terms.dayOf(now);
				histories.keySet().removeIf((day) -> day.isBefore(today.minusDays(1)));
				putRight(today, now);
				putRight(today.minusDays(1), now);
			}
			else {
				histories.clear();
			}
		}
		catch (DataAccessException | TransactionException ex) {
			histories.clear();
			logger.debug("Live sales cannot be put right now");
		}
	}

	private void putRight(LocalDate day, Instant now) {
		var history = histories.computeIfAbsent(day, (_) -> new History(new ArrayDeque<>(), new ArrayDeque<>()));
		var booked = ledger.read(day);
		var seen = counted.read(day);
		var correction = new HashMap<String, Long>();
		if (!history.booked().isEmpty()) {
			seen.missingTo(history.booked().peekLast().tally()).forEach(correction::put);
		}
		var before = history.seenBefore(now.minus(A_WHILE));
		if (before != null) {
			booked.missingTo(before).forEach((field, excess) -> correction.merge(field, -excess, Long::sum));
		}
		if (!correction.isEmpty()) {
			logger.info("Live sales of {} are put right in {} fields", day, correction.size());
			counted.add(day, correction);
			history.clear();
			return;
		}
		history.add(now, seen, booked);
	}

	private record Sample(Instant at, Tally tally) {
	}

	private record History(Deque<Sample> seen, Deque<Sample> booked) {

		private void add(Instant now, Tally seenNow, Tally bookedNow) {
			seen.addLast(new Sample(now, seenNow));
			booked.clear();
			booked.addLast(new Sample(now, bookedNow));
		}

		private @Nullable Tally seenBefore(Instant when) {
			@Nullable Tally last = null;
			while (!seen.isEmpty() && !seen.getFirst().at().isAfter(when)) {
				last = seen.removeFirst().tally();
			}
			return last;
		}

		private void clear() {
			seen.clear();
			booked.clear();
		}

	}

}
