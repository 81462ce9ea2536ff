package dev.jangteo.payment.sales;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.jangteo.payment.ledger.Terms;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * What is shown at this moment. All watchers of an instance share one reading; while
 * Redis is away the ledger's own totals are shown, which are a second or two older.
 */
@Component
class SalesBoard {

	private static final Duration FRESH = Duration.ofMillis(200);

	private final RedisTallies counted;

	private final SalesTotals ledger;

	private final Terms terms;

	private final Clock clock;

	private @Nullable SalesReport last;

	SalesBoard(RedisTallies counted, SalesTotals ledger, Terms terms, Clock clock) {
		this.counted = counted;
		this.ledger = ledger;
		this.terms = terms;
		this.clock = clock;
	}

	synchronized SalesReport read() {
		var now = clock.instant();
		if (last == null || last.at().plus(FRESH).isBefore(now)) {
			last = readNow(now);
		}
		return last;
	}

	private SalesReport readNow(Instant now) {
		var day = terms.dayOf(now);
		try {
			return SalesReport.of(day, now, counted.read(day));
		}
		catch (DataAccessException ex) {
			return SalesReport.of(day, now, ledger.read(day));
		}
	}

}
