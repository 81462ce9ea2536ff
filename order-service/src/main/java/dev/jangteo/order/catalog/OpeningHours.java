package dev.jangteo.order.catalog;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * When a shop takes orders.
 *
 * @param intervals breaks are already cut out; one may end after midnight
 * @param holidays local dates on which no interval starts
 * @param temporarilyClosed whether the owner has closed the shop by hand
 * @param temporarilyClosedUntil when that ends by itself, {@code null}: not by itself
 */
public record OpeningHours(List<Interval> intervals, Set<LocalDate> holidays, boolean temporarilyClosed,
		@Nullable Instant temporarilyClosedUntil) {

	public OpeningHours {
		intervals = (intervals != null) ? List.copyOf(intervals) : List.of();
		holidays = (holidays != null) ? Set.copyOf(holidays) : Set.of();
	}

	/** A shop without hours never opens. */
	static OpeningHours never() {
		return new OpeningHours(List.of(), Set.of(), false, null);
	}

	boolean areOpenAt(Instant when, ZoneId zone) {
		if (temporarilyClosed && (temporarilyClosedUntil == null || when.isBefore(temporarilyClosedUntil))) {
			return false;
		}
		var local = LocalDateTime.ofInstant(when, zone);
		// Yesterday's night may still be going on.
		return Stream.of(local.toLocalDate(), local.toLocalDate().minusDays(1))
			.filter((date) -> !holidays.contains(date))
			.anyMatch((date) -> isOpen(date, local));
	}

	private boolean isOpen(LocalDate date, LocalDateTime local) {
		var minute = ChronoUnit.MINUTES.between(date.atStartOfDay(), local);
		return intervals.stream().anyMatch((interval) -> interval.holds(date.getDayOfWeek(), minute));
	}

	/**
	 * A span of minutes after a day's local midnight.
	 *
	 * @param day the day on which it starts
	 * @param fromMinute inclusive
	 * @param toMinute exclusive; beyond 1440 it lies in the next day
	 */
	public record Interval(DayOfWeek day, int fromMinute, int toMinute) {

		private boolean holds(DayOfWeek date, long minute) {
			return day == date && fromMinute <= minute && minute < toMinute;
		}

	}

}
