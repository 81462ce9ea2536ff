package dev.jangteo.shop.shops;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

import dev.jangteo.shop.values.InvalidValue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OpeningHoursTests {

	private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

	/** A Saturday. */
	private static final String DAY = "2026-11-21";

	@Test
	void isOpenFromOpeningUntilClosing() {

		var hours = weekly(saturday("11:00", "22:00"));

		assertThat(hours.isOpen(at(DAY, "10:59"), SEOUL)).isFalse();
		assertThat(hours.isOpen(at(DAY, "11:00"), SEOUL)).isTrue();
		assertThat(hours.isOpen(at(DAY, "21:59"), SEOUL)).isTrue();
		assertThat(hours.isOpen(at(DAY, "22:00"), SEOUL)).isFalse();
	}

	@Test
	void dependsOnTheZoneOfTheShop() {

		var hours = weekly(saturday("11:00", "12:00"));
		var noon = Instant.parse("2026-11-21T02:30:00Z");

		assertThat(hours.isOpen(noon, SEOUL)).isTrue();
		assertThat(hours.isOpen(noon, ZoneId.of("UTC"))).isFalse();
	}

	@Test
	void isClosedDuringBreaks() {

		var hours = weekly(saturday("11:00", "22:00", rest("15:00", "17:00")));

		assertThat(hours.isOpen(at(DAY, "14:59"), SEOUL)).isTrue();
		assertThat(hours.isOpen(at(DAY, "15:00"), SEOUL)).isFalse();
		assertThat(hours.isOpen(at(DAY, "17:00"), SEOUL)).isTrue();
		assertThat(hours.opensNext(at(DAY, "16:00"), SEOUL)).contains(at(DAY, "17:00"));
	}

	@Test
	void closesAfterMidnight() {

		var hours = weekly(saturday("18:00", "02:00", rest("23:30", "00:30")));

		assertThat(hours.isOpen(at("2026-11-22", "01:59"), SEOUL)).isTrue();
		assertThat(hours.isOpen(at("2026-11-22", "00:10"), SEOUL)).isFalse();
		assertThat(hours.isOpen(at("2026-11-22", "02:00"), SEOUL)).isFalse();
		assertThat(hours.isOpen(at("2026-11-21", "01:00"), SEOUL)).isFalse();
		assertThat(hours.opensNext(at("2026-11-22", "00:10"), SEOUL)).contains(at("2026-11-22", "00:30"));
		assertThat(hours.intervals()).containsExactly(new Interval(DayOfWeek.SATURDAY, 1080, 1410),
				new Interval(DayOfWeek.SATURDAY, 1470, 1560));
	}

	@Test
	void isOpenAllDayFromMidnightToMidnight() {

		var hours = weekly(saturday("00:00", "00:00"));

		assertThat(hours.isOpen(at(DAY, "00:00"), SEOUL)).isTrue();
		assertThat(hours.isOpen(at(DAY, "23:59"), SEOUL)).isTrue();
		assertThat(hours.isOpen(at("2026-11-22", "00:00"), SEOUL)).isFalse();
	}

	@Test
	void doesNotBeginOnHolidaysButEndsTheNightBefore() {

		var hours = new OpeningHours(everyDay("18:00", "02:00"), List.of(LocalDate.parse(DAY)), false, null);

		assertThat(hours.isOpen(at(DAY, "01:00"), SEOUL)).isTrue();
		assertThat(hours.isOpen(at(DAY, "20:00"), SEOUL)).isFalse();
		assertThat(hours.opensNext(at(DAY, "20:00"), SEOUL)).contains(at("2026-11-22", "18:00"));
	}

	@Test
	void isClosedWhileTemporarilyClosed() {

		var until = at("2026-11-22", "12:00");
		var hours = new OpeningHours(everyDay("11:00", "22:00"), List.of(), true, until);

		assertThat(hours.isOpen(at(DAY, "12:00"), SEOUL)).isFalse();
		assertThat(hours.opensNext(at(DAY, "12:00"), SEOUL)).contains(until);
		assertThat(hours.isOpen(until, SEOUL)).isTrue();
	}

	@Test
	void nobodyKnowsWhenItOpensWhenClosedWithoutEnd() {
		assertThat(
				new OpeningHours(everyDay("11:00", "22:00"), List.of(), true, null).opensNext(at(DAY, "12:00"), SEOUL))
			.isEmpty();
		assertThat(OpeningHours.none().opensNext(at(DAY, "12:00"), SEOUL)).isEmpty();
	}

	@Test
	void opensNextWeekWhenThisDayIsOver() {
		assertThat(weekly(saturday("11:00", "12:00")).opensNext(at(DAY, "12:00"), SEOUL))
			.contains(at("2026-11-28", "11:00"));
	}

	@Test
	void refusesOverlappingHours() {
		refuses("weekly", () -> weekly(saturday("11:00", "15:00"), saturday("14:59", "20:00")));
		refuses("weekly", () -> weekly(saturday("18:00", "02:00"), day(DayOfWeek.SUNDAY, "01:00", "05:00")));
		refuses("weekly",
				() -> weekly(day(DayOfWeek.SUNDAY, "18:00", "02:00"), day(DayOfWeek.MONDAY, "01:59", "05:00")));
		refuses("weekly", () -> weekly(saturday("11:00", "15:00"), saturday("11:00", "15:00")));
	}

	@Test
	void acceptsHoursThatTouch() {
		assertThat(weekly(day(DayOfWeek.SUNDAY, "18:00", "02:00"), day(DayOfWeek.MONDAY, "02:00", "05:00")).intervals())
			.hasSize(2);
		assertThat(new OpeningHours(everyDay("00:00", "00:00"), List.of(), false, null).intervals()).hasSize(7);
	}

	@Test
	void refusesBreaksOutsideTheHoursOrOverEachOther() {
		refuses("breaks[0]", () -> saturday("11:00", "15:00", rest("10:00", "12:00")));
		refuses("breaks[0]", () -> saturday("11:00", "15:00", rest("14:00", "15:01")));
		refuses("breaks[1]", () -> saturday("11:00", "20:00", rest("12:00", "14:00"), rest("13:00", "15:00")));
		refuses("breaks[0]", () -> saturday("11:00", "20:00", rest("12:00", "12:00")));
	}

	@Test
	void refusesAnEndOfNoClosing() {
		refuses("temporarilyClosedUntil",
				() -> new OpeningHours(List.of(), List.of(), false, Instant.parse("2026-11-21T00:00:00Z")));
	}

	private static void refuses(String field, Runnable making) {
		assertThatExceptionOfType(InvalidValue.class).isThrownBy(making::run).returns(field, InvalidValue::field);
	}

	private static OpeningHours weekly(OpenDay... days) {
		return new OpeningHours(List.of(days), List.of(), false, null);
	}

	private static List<OpenDay> everyDay(String open, String close) {
		return Arrays.stream(DayOfWeek.values()).map(day -> day(day, open, close)).toList();
	}

	private static OpenDay saturday(String open, String close, OpenDay.Break... breaks) {
		return day(DayOfWeek.SATURDAY, open, close, breaks);
	}

	private static OpenDay day(DayOfWeek day, String open, String close, OpenDay.Break... breaks) {
		return new OpenDay(day, LocalTime.parse(open), LocalTime.parse(close), List.of(breaks));
	}

	private static OpenDay.Break rest(String from, String to) {
		return new OpenDay.Break(LocalTime.parse(from), LocalTime.parse(to));
	}

	private static Instant at(String date, String time) {
		return LocalDateTime.parse(date + "T" + time).atZone(SEOUL).toInstant();
	}

}
