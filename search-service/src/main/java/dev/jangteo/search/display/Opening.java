package dev.jangteo.search.display;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.jangteo.search.display.Moment.Local;
import org.jspecify.annotations.Nullable;

/**
 * When a shop is open. Minutes count on the wall clock of its zone from the midnight an
 * interval belongs to, so that a night may end after the next one.
 */
public final class Opening {

	private static final int DAY = 24 * 60;

	private static final int HORIZON = 14;

	private static final long NOT_CLOSED = Long.MIN_VALUE;

	private final String zone;

	// Three numbers each: weekday, first minute, minute after the last.
	private final int[] intervals;

	private final int[] holidays;

	private final long closedUntil;

	private Opening(String zone, int[] intervals, int[] holidays, long closedUntil) {
		this.zone = zone;
		this.intervals = intervals;
		this.holidays = holidays;
		this.closedUntil = closedUntil;
	}

	/**
	 * Makes it.
	 * @param closed whether it is closed for the time being
	 * @param until the end of that; {@code null} when nobody knows
	 */
	public static Opening of(String zone, List<Interval> intervals, List<LocalDate> holidays, boolean closed,
			@Nullable Instant until) {
		var flat = intervals.stream()
			.flatMapToInt((one) -> IntStream.of(one.weekday(), one.from(), one.to()))
			.toArray();
		var days = holidays.stream().mapToInt((day) -> (int) day.toEpochDay()).sorted().toArray();
		var end = !closed ? NOT_CLOSED : (until != null) ? until.toEpochMilli() : Long.MAX_VALUE;
		return new Opening(zone, flat, days, end);
	}

	/** Whether it is open at a moment. */
	public boolean isOpen(Moment moment) {
		return this.closedUntil <= moment.now().toEpochMilli() && openAt(moment.in(this.zone));
	}

	/**
	 * When it opens next, for one that is closed; {@code null} if not within two weeks.
	 */
	public @Nullable Instant next(Moment moment) {
		if (this.closedUntil == Long.MAX_VALUE) {
			return null;
		}
		var start = moment.in(this.zone);
		if (this.closedUntil > moment.now().toEpochMilli()) {
			var until = Instant.ofEpochMilli(this.closedUntil);
			start = Local.of(until, ZoneId.of(this.zone));
			if (openAt(start)) {
				return until;
			}
		}
		for (long day = start.day(); day <= start.day() + HORIZON; day++) {
			var minute = first(day, (day == start.day()) ? start.minute() : -1);
			if (minute >= 0) {
				return LocalDate.ofEpochDay(day)
					.atStartOfDay()
					.plusMinutes(minute)
					.atZone(ZoneId.of(this.zone))
					.toInstant();
			}
		}
		return null;
	}

	private boolean openAt(Local local) {
		return openOn(local.day(), local.minute()) || openOn(local.day() - 1, local.minute() + DAY);
	}

	private boolean openOn(long day, int minute) {
		var weekday = Local.weekday(day);
		for (int i = 0; i < this.intervals.length; i += 3) {
			if (this.intervals[i] == weekday && this.intervals[i + 1] <= minute && minute < this.intervals[i + 2]) {
				return !isHoliday(day);
			}
		}
		return false;
	}

	private int first(long day, int after) {
		if (isHoliday(day)) {
			return -1;
		}
		var weekday = Local.weekday(day);
		var first = Integer.MAX_VALUE;
		for (int i = 0; i < this.intervals.length; i += 3) {
			if (this.intervals[i] == weekday && this.intervals[i + 1] > after) {
				first = Math.min(first, this.intervals[i + 1]);
			}
		}
		return (first != Integer.MAX_VALUE) ? first : -1;
	}

	private boolean isHoliday(long day) {
		return this.holidays.length > 0 && Arrays.binarySearch(this.holidays, (int) day) >= 0;
	}

	int size() {
		return 1 + this.zone.length() + 2 + (this.intervals.length / 3) * 5 + 2 + this.holidays.length * 4 + 8;
	}

	void write(ByteBuffer out) {
		ShopFacts.putText(out, ShopFacts.ascii(this.zone));
		out.putShort((short) (this.intervals.length / 3));
		for (int i = 0; i < this.intervals.length; i += 3) {
			out.put((byte) this.intervals[i])
				.putShort((short) this.intervals[i + 1])
				.putShort((short) this.intervals[i + 2]);
		}
		out.putShort((short) this.holidays.length);
		for (var day : this.holidays) {
			out.putInt(day);
		}
		out.putLong(this.closedUntil);
	}

	static Opening read(ByteBuffer in) {
		var zone = ShopFacts.getText(in);
		var intervals = new int[in.getShort() * 3];
		for (int i = 0; i < intervals.length; i += 3) {
			intervals[i] = in.get();
			intervals[i + 1] = in.getShort();
			intervals[i + 2] = in.getShort();
		}
		var holidays = new int[in.getShort()];
		for (int i = 0; i < holidays.length; i++) {
			holidays[i] = in.getInt();
		}
		return new Opening(zone, intervals, holidays, in.getLong());
	}

	/**
	 * Opened without a break.
	 *
	 * @param weekday the day it begins on, Monday being 0
	 * @param from its first minute
	 * @param to the minute after its last one, beyond 1440 when it ends the day after
	 */
	public record Interval(int weekday, int from, int to) {

	}

}
