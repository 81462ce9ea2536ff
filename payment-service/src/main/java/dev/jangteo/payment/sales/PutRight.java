package dev.jangteo.payment.sales;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import dev.jangteo.payment.ledger.Terms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Puts the counted sales right from the ledger, also while charges come in. Two bounds
 * are certain: what the ledger had at the last look must have been counted by now, and
 * what was counted before some transaction began must be in the ledger once that has been
 * added up so far. Whatever lies outside is corrected by as much; once nothing comes in
 * any more both meet. A transaction that stays open anywhere in the database server holds
 * the second bound back, and makes it no less certain.
 */
@Component
class PutRight {

	private static final Logger logger = LoggerFactory.getLogger(PutRight.class);

	/** As many looks as are remembered while nothing can be added up. */
	private static final int MOST = 600;

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
			var reached = ledger.advance();
			if (reached.isPresent()) {
				var today = terms.dayOf(clock.instant());
				histories.keySet().removeIf((day) -> day.isBefore(today.minusDays(1)));
				putRight(today, reached.getAsLong());
				putRight(today.minusDays(1), reached.getAsLong());
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

	private void putRight(LocalDate day, long reached) {
		var history = histories.computeIfAbsent(day, (_) -> new History());
		var booked = ledger.read(day);
		var seen = counted.read(day);
		var correction = new HashMap<String, Long>();
		seen.missingTo(history.booked).forEach(correction::put);
		booked.missingTo(history.seenBelow(reached))
			.forEach((field, excess) -> correction.merge(field, -excess, Long::sum));
		if (!correction.isEmpty()) {
			logger.info("Live sales of {} are put right in {} fields", day, correction.size());
			counted.add(day, correction);
			histories.remove(day);
			return;
		}
		history.add(seen, ledger.next(), booked);
	}

	private record Look(Tally seen, long next) {
	}

	private static final class History {

		private final Deque<Look> looks = new ArrayDeque<>();

		private Tally booked = Tally.NOTHING;

		private void add(Tally seenNow, long next, Tally bookedNow) {
			booked = bookedNow;
			if (looks.size() < MOST) {
				looks.addLast(new Look(seenNow, next));
			}
		}

		/** The last that was counted of transactions which have been added up since. */
		private Tally seenBelow(long reached) {
			var last = Tally.NOTHING;
			while (!looks.isEmpty() && looks.getFirst().next() <= reached) {
				last = looks.removeFirst().seen();
			}
			return last;
		}

	}

}
