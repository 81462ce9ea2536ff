package dev.jangteo.payment.sales;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.ledger.Terms;
import dev.jangteo.payment.paying.PaymentApproved;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts charges of this instance, and every so often adds them to what all instances
 * have counted. A charge costs two additions in memory; Redis sees one command per
 * category and flush, however many charges there are. What a flush could not bring to
 * Redis is forgotten here and found again from the ledger.
 */
@Component
class SalesCounter {

	private static final Logger logger = LoggerFactory.getLogger(SalesCounter.class);

	private final Map<Key, Cell> cells = new ConcurrentHashMap<>();

	private final RedisTallies tallies;

	private final Terms terms;

	SalesCounter(RedisTallies tallies, Terms terms) {
		this.tallies = tallies;
		this.terms = terms;
	}

	@TransactionalEventListener
	void on(PaymentApproved approved) {
		add(terms.dayOf(approved.when()), approved.category(), approved.amount());
	}

	void add(LocalDate day, String category, Money amount) {
		cells.computeIfAbsent(new Key(day, amount.currency().getCurrencyCode(), category), (_) -> new Cell())
			.add(Units.of(amount));
	}

	@Scheduled(fixedDelayString = "${jangteo.sales.flush-every:200ms}")
	void flush() {
		var counted = new HashMap<LocalDate, Map<String, Long>>();
		cells.forEach((key, cell) -> cell.take(key, counted));
		counted.forEach((day, added) -> {
			try {
				tallies.add(day, added);
			}
			catch (DataAccessException ex) {
				logger.debug("A flush of live sales is lost until it is put right");
			}
		});
	}

	private record Key(LocalDate day, String currency, String category) {
	}

	private static final class Cell {

		private final LongAdder count = new LongAdder();

		private final LongAdder amount = new LongAdder();

		private void add(long units) {
			count.increment();
			amount.add(units);
		}

		private void take(Key key, Map<LocalDate, Map<String, Long>> counted) {
			var orders = count.sumThenReset();
			var units = amount.sumThenReset();
			if (orders != 0 || units != 0) {
				var day = counted.computeIfAbsent(key.day(), (_) -> new HashMap<>());
				day.put(Tally.field(key.currency(), key.category(), Tally.COUNT), orders);
				day.put(Tally.field(key.currency(), key.category(), Tally.AMOUNT), units);
			}
		}

	}

}
