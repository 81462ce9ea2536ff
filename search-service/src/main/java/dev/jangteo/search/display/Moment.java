package dev.jangteo.search.display;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The present, as the wall clocks of several zones show it; one per request. */
public final class Moment {

	private final Instant now;

	private final Map<String, Local> clocks = new HashMap<>();

	public Moment(Instant now) {
		this.now = now;
	}

	Instant now() {
		return this.now;
	}

	/** The wall clock of a zone. */
	public Local in(String zone) {
		return this.clocks.computeIfAbsent(zone, (name) -> Local.of(this.now, ZoneId.of(name)));
	}

	/**
	 * A wall clock.
	 *
	 * @param day the date, counted from the epoch
	 * @param minute minutes since midnight
	 */
	public record Local(long day, int minute) {

		static Local of(Instant instant, ZoneId zone) {
			var local = LocalDateTime.ofInstant(instant, zone);
			return new Local(local.toLocalDate().toEpochDay(), local.getHour() * 60 + local.getMinute());
		}

		/** The day of the week of a date, Monday being 0. */
		public static int weekday(long day) {
			return (int) Math.floorMod(day + 3, 7L);
		}

		public String date() {
			return LocalDate.ofEpochDay(this.day).toString();
		}

		public Local yesterday() {
			return new Local(this.day - 1, this.minute);
		}

	}

}
