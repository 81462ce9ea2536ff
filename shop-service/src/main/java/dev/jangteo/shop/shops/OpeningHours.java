package dev.jangteo.shop.shops;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.jangteo.shop.values.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * When a shop serves: the same every week, never on a holiday, and not while its owner
 * has closed it for a while.
 * <p>
 * An evening belongs to the day on which it began: hours from Friday 18:00 to 02:00 count
 * on Friday's date, so a holiday on Saturday does not send Friday's guests home.
 *
 * @param holidays dates in the shop's zone on which nothing begins
 * @param temporarilyClosedUntil when it opens by itself again; null while nobody knows
 */
public record OpeningHours(List<OpenDay> weekly, List<LocalDate> holidays, boolean temporarilyClosed,
		@Nullable Instant temporarilyClosedUntil) {

	private static final int MOST_DAYS = 28;

	private static final int MOST_HOLIDAYS = 400;

	/** Longer than all holidays in a row and a week. */
	private static final int DAYS_AHEAD = MOST_HOLIDAYS + 8;

	public OpeningHours {

		weekly = weekly.stream().sorted(Comparator.comparing(OpenDay::day).thenComparing(OpenDay::open)).toList();
		holidays = holidays.stream().distinct().sorted().toList();

		if (weekly.size() > MOST_DAYS) {
			throw new InvalidValue("weekly", "must have at most " + MOST_DAYS + " entries");
		}

		if (holidays.size() > MOST_HOLIDAYS) {
			throw new InvalidValue("holidays", "must have at most " + MOST_HOLIDAYS + " dates");
		}

		if (temporarilyClosedUntil != null && !temporarilyClosed) {
			throw new InvalidValue("temporarilyClosedUntil", "must be left out unless temporarilyClosed is true");
		}

		requireApart(weekly);
	}

	/** Hours of a shop that has not said any: it never opens. */
	public static OpeningHours none() {
		return new OpeningHours(List.of(), List.of(), false, null);
	}

	private static void requireApart(List<OpenDay> weekly) {

		var whole = weekly.stream().map(OpenDay::whole).toList();

		for (int i = 0; i < whole.size(); i++) {
			for (int j = i + 1; j < whole.size(); j++) {
				if (whole.get(i).overlaps(whole.get(j))) {
					throw new InvalidValue("weekly", "must not overlap: " + weekly.get(i) + " and " + weekly.get(j));
				}
			}
		}
	}

	/** The hours with the breaks cut out. */
	public List<Interval> intervals() {
		return this.weekly.stream().flatMap(day -> day.intervals().stream()).toList();
	}

	public boolean isOpen(Instant when, ZoneId zone) {

		var local = LocalDateTime.ofInstant(when, zone);

		return !isTemporarilyClosed(when) && Stream.of(local.toLocalDate(), local.toLocalDate().minusDays(1))
			.filter(date -> !this.holidays.contains(date))
			.anyMatch(date -> beginningOn(date)
				.anyMatch(interval -> interval.contains(Duration.between(date.atStartOfDay(), local).toMinutes())));
	}

	/**
	 * The given time when it is open then, else when it opens next; empty when that
	 * cannot be told.
	 */
	public Optional<Instant> opensNext(Instant when, ZoneId zone) {

		if (isTemporarilyClosed(when)) {
			return Optional.ofNullable(this.temporarilyClosedUntil).flatMap(until -> opensNext(until, zone));
		}

		return isOpen(when, zone) ? Optional.of(when) : nextBeginning(when, zone);
	}

	private Optional<Instant> nextBeginning(Instant when, ZoneId zone) {

		var today = LocalDate.ofInstant(when, zone);

		// An interval after a break may begin after midnight of the day it belongs to.
		return Stream.iterate(today.minusDays(1), date -> date.plusDays(1))
			.limit(DAYS_AHEAD)
			.filter(date -> !this.holidays.contains(date))
			.map(date -> beginningOn(date)
				.map(interval -> date.atStartOfDay().plusMinutes(interval.fromMinute()).atZone(zone).toInstant())
				.filter(beginning -> beginning.isAfter(when))
				.min(Comparator.naturalOrder()))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private Stream<Interval> beginningOn(LocalDate date) {
		return this.weekly.stream()
			.filter(day -> day.day() == date.getDayOfWeek())
			.flatMap(day -> day.intervals().stream());
	}

	private boolean isTemporarilyClosed(Instant when) {
		return this.temporarilyClosed
				&& (this.temporarilyClosedUntil == null || when.isBefore(this.temporarilyClosedUntil));
	}

}
