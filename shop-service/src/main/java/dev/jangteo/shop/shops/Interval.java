package dev.jangteo.shop.shops;

import java.time.DayOfWeek;

/**
 * A stretch of the week, in minutes after midnight of the day on which the shop opened.
 *
 * @param fromMinute included; beyond 1440 when it begins after midnight
 * @param toMinute excluded; beyond 1440 when it ends after midnight
 */
public record Interval(DayOfWeek day, int fromMinute, int toMinute) {

	static final int MINUTES_OF_DAY = 24 * 60;

	private static final int MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY;

	boolean contains(long minute) {
		return this.fromMinute <= minute && minute < this.toMinute;
	}

	/** Whether both share a minute of some week: Sunday's night reaches into Monday. */
	boolean overlaps(Interval other) {

		var distance = Math.floorMod(other.fromMinuteOfWeek() - fromMinuteOfWeek(), MINUTES_OF_WEEK);
		var back = MINUTES_OF_WEEK - distance;

		return distance < length() || (distance > 0 && back < other.length());
	}

	private int fromMinuteOfWeek() {
		return this.day.ordinal() * MINUTES_OF_DAY + this.fromMinute;
	}

	private int length() {
		return this.toMinute - this.fromMinute;
	}

}
