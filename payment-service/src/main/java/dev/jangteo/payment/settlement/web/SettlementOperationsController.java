package dev.jangteo.payment.settlement.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

import dev.jangteo.defaults.Problem;
import dev.jangteo.payment.ledger.Terms;
import dev.jangteo.payment.settlement.CloseDay;
import dev.jangteo.payment.settlement.ExportDay;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Closes a day by hand, also before it is over: what comes later is settled with the next
 * day. Repeated it only exports the day again, with the same bytes.
 */
@RestController
@RequestMapping("/api/v1/ops/settlements")
class SettlementOperationsController {

	private final CloseDay closeDay;

	private final ExportDay exportDay;

	private final Terms terms;

	private final Clock clock;

	SettlementOperationsController(CloseDay closeDay, ExportDay exportDay, Terms terms, Clock clock) {
		this.closeDay = closeDay;
		this.exportDay = exportDay;
		this.terms = terms;
		this.clock = clock;
	}

	@PostMapping("/{day}")
	Closed close(@PathVariable LocalDate day) {
		if (day.isAfter(terms.dayOf(clock.instant()))) {
			throw Problem.invalid("day", "has not begun yet");
		}
		closeDay.close(day);
		try {
			exportDay.export(day);
		}
		catch (IOException ex) {
			throw Problem.unavailable("storage-unavailable", "The day is closed, and is exported a little later.",
					Duration.ofMinutes(1));
		}
		return new Closed(day, "settlements/" + day);
	}

	/**
	 * A closed day.
	 *
	 * @param folder of its files in the bucket
	 */
	record Closed(LocalDate day, String folder) {
	}

}
