package dev.jangteo.shop.shops.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.jangteo.shop.shops.OpenDay;
import dev.jangteo.shop.shops.OpeningHours;
import dev.jangteo.shop.values.InvalidValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * When a shop serves, as its owner writes it.
 */
record OpeningForm(@NotNull List<@NotNull @Valid Day> weekly, @Nullable List<@NotNull LocalDate> holidays,
		@Nullable Boolean temporarilyClosed, @Nullable Instant temporarilyClosedUntil) {

	OpeningHours hours() {
		return new OpeningHours(each("weekly", this.weekly, Day::openDay),
				(this.holidays != null) ? this.holidays : List.of(), Boolean.TRUE.equals(this.temporarilyClosed),
				this.temporarilyClosedUntil);
	}

	private static <S, T> List<T> each(String field, List<S> forms, Function<S, T> meaning) {

		var values = new ArrayList<T>();

		for (int i = 0; i < forms.size(); i++) {
			try {
				values.add(meaning.apply(forms.get(i)));
			}
			catch (InvalidValue ex) {
				throw ex.under(field + "[" + i + "]");
			}
		}

		return values;
	}

	record Day(@NotNull DayOfWeek day, @NotNull LocalTime open, @NotNull LocalTime close,
			@Nullable List<@NotNull @Valid Pause> breaks) {

		OpenDay openDay() {
			return new OpenDay(this.day, this.open, this.close,
					(this.breaks != null) ? each("breaks", this.breaks, Pause::rest) : List.of());
		}

	}

	record Pause(@NotNull LocalTime from, @NotNull LocalTime to) {

		OpenDay.Break rest() {
			return new OpenDay.Break(this.from, this.to);
		}

	}

}
