package dev.jangteo.payment.settlement;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import dev.jangteo.payment.ledger.Terms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Closes and exports each business day some time after it is over. Whatever fails is done
 * by the next run.
 */
@Component
class SettlementJob {

	private static final Logger logger = LoggerFactory.getLogger(SettlementJob.class);

	private final JdbcClient jdbc;

	private final CloseDay closeDay;

	private final ExportDay exportDay;

	private final SettlementSettings settings;

	private final Terms terms;

	private final Clock clock;

	SettlementJob(JdbcClient jdbc, CloseDay closeDay, ExportDay exportDay, SettlementSettings settings, Terms terms,
			Clock clock) {
		this.jdbc = jdbc;
		this.closeDay = closeDay;
		this.exportDay = exportDay;
		this.settings = settings;
		this.terms = terms;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "${jangteo.settlement.every:1m}",
			fixedDelayString = "${jangteo.settlement.every:1m}")
	void run() {
		try {
			var last = terms.dayOf(clock.instant().minus(settings.closeAfter())).minusDays(1);
			open(last).forEach(closeDay::close);
			for (var day : unexported()) {
				exportDay.export(day);
			}
		}
		catch (DataAccessException | TransactionException | IOException ex) {
			logger.warn("The day cannot be settled or exported now; it is tried again", ex);
		}
	}

	// What came late for a day that is closed goes with the last one.
	private List<LocalDate> open(LocalDate last) {
		return jdbc.sql("""
				select distinct case when c.business_day is null then u.business_day else :last end as day
				from unsettled_postings u
				left join closed_days c on c.business_day = u.business_day
				where u.business_day <= :last
				order by day
				""").param("last", last).query(LocalDate.class).list();
	}

	private List<LocalDate> unexported() {
		return jdbc.sql("""
				select business_day
				from closed_days
				where exported_at is null
				order by business_day
				limit 31
				""").query(LocalDate.class).list();
	}

}
