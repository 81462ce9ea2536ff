package dev.jangteo.shop.shops;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.jangteo.shop.values.InvalidValue;

/**
 * From opening to closing, which may be after midnight: a closing not later than the
 * opening is that of the next morning, and 00:00 to 00:00 is the whole day.
 *
 * @param breaks inside these hours, in their order, each apart from the next
 */
public record OpenDay(DayOfWeek day, LocalTime open, LocalTime close, List<Break> breaks) {

	private static final int MOST_BREAKS = 5;

	public OpenDay {

		requireMinutes("open", open);
		requireMinutes("close", close);

		if (breaks.size() > MOST_BREAKS) {
			throw new InvalidValue("breaks", "must have at most " + MOST_BREAKS + " entries");
		}

		var opening = minuteOf(open);
		breaks = breaks.stream().sorted(Comparator.comparingInt(pause -> afterOpening(opening, pause.from()))).toList();

		requireInside(new Interval(day, opening, after(opening, close)), breaks);
	}

	Interval whole() {
		return new Interval(this.day, minuteOf(this.open), after(minuteOf(this.open), this.close));
	}

	List<Interval> intervals() {
		return cut(whole(), this.breaks.stream().map(pause -> pause.within(whole())).toList());
	}

	private static List<Interval> cut(Interval whole, List<Interval> breaks) {

		var open = new ArrayList<Interval>();
		var from = whole.fromMinute();

		for (var pause : breaks) {
			if (pause.fromMinute() > from) {
				open.add(new Interval(whole.day(), from, pause.fromMinute()));
			}
			from = pause.toMinute();
		}

		if (whole.toMinute() > from) {
			open.add(new Interval(whole.day(), from, whole.toMinute()));
		}

		return List.copyOf(open);
	}

	@Override
	public String toString() {
		return this.day + " " + this.open + "-" + this.close;
	}

	private static void requireInside(Interval whole, List<Break> breaks) {

		var reached = whole.fromMinute();

		for (int i = 0; i < breaks.size(); i++) {

			var pause = breaks.get(i).within(whole);

			if (pause.fromMinute() < reached || pause.toMinute() > whole.toMinute()) {
				throw new InvalidValue("breaks[" + i + "]", "must lie inside the hours and apart from other breaks");
			}

			reached = pause.toMinute();
		}
	}

	private static void requireMinutes(String field, LocalTime time) {
		if (time.getSecond() != 0 || time.getNano() != 0) {
			throw new InvalidValue(field, "must be a whole minute");
		}
	}

	private static int minuteOf(LocalTime time) {
		return time.toSecondOfDay() / 60;
	}

	/** The first such time of day that is later than the minute. */
	private static int after(int minute, LocalTime time) {
		return minuteOf(time) > minute ? minuteOf(time) : minuteOf(time) + Interval.MINUTES_OF_DAY;
	}

	/** The first such time of day that is not earlier than the opening. */
	private static int afterOpening(int opening, LocalTime time) {
		return minuteOf(time) >= opening ? minuteOf(time) : minuteOf(time) + Interval.MINUTES_OF_DAY;
	}

	/**
	 * A rest inside the opening hours.
	 */
	public record Break(LocalTime from, LocalTime to) {

		public Break {
			requireMinutes("from", from);
			requireMinutes("to", to);
		}

		Interval within(Interval whole) {

			var begin = afterOpening(whole.fromMinute(), this.from);

			return new Interval(whole.day(), begin,
					begin + Math.floorMod(minuteOf(this.to) - minuteOf(this.from) - 1, Interval.MINUTES_OF_DAY) + 1);
		}

	}

}
