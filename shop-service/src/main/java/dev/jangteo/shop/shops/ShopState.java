package dev.jangteo.shop.shops;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.jangteo.defaults.Money;
import org.jspecify.annotations.Nullable;

/**
 * A shop as other services read it. A contract: fields are added, never renamed or
 * removed.
 */
public record ShopState(UUID id, UUID ownerId, String name, String category, @Nullable String description,
		@Nullable String phone, String address, Location location, String zone, Currency currency,
		int deliveryRadiusMeters, List<Delivery.Tier> deliveryFees, Money minimumOrder, Opening opening,
		List<String> images, Instant createdAt) {

	static ShopState of(Shop shop) {

		var details = shop.details();

		return new ShopState(shop.id().value(), shop.ownerId(), details.name(), details.category(),
				details.description(), details.phone(), details.address(), details.location(), details.zone().getId(),
				details.currency(), details.delivery().radiusMeters(), details.delivery().fees(),
				details.minimumOrder(), Opening.of(shop.opening()), details.images(), shop.createdAt());
	}

	/**
	 * The hours twice: as the owner said them, and as intervals that are easily computed
	 * with.
	 */
	public record Opening(List<Day> weekly, List<Interval> intervals, List<LocalDate> holidays,
			boolean temporarilyClosed, @Nullable Instant temporarilyClosedUntil) {

		static Opening of(OpeningHours hours) {
			return new Opening(hours.weekly().stream().map(Day::of).toList(), hours.intervals(), hours.holidays(),
					hours.temporarilyClosed(), hours.temporarilyClosedUntil());
		}

	}

	/**
	 * Hours of one day; closing not later than opening means the next morning.
	 */
	public record Day(DayOfWeek day, @JsonFormat(pattern = "HH:mm") LocalTime open,
			@JsonFormat(pattern = "HH:mm") LocalTime close, List<Pause> breaks) {

		static Day of(OpenDay day) {
			return new Day(day.day(), day.open(), day.close(),
					day.breaks().stream().map(pause -> new Pause(pause.from(), pause.to())).toList());
		}

	}

	/**
	 * A break.
	 */
	public record Pause(@JsonFormat(pattern = "HH:mm") LocalTime from, @JsonFormat(pattern = "HH:mm") LocalTime to) {
	}

}
