package dev.jangteo.search.finding.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import org.jspecify.annotations.Nullable;

/** A shop's page, for the API's description; it is sent as stored bytes. */
record ShopPage(UUID id, String name, String category, String address, ShopList.Location location, String zone,
		@Nullable String image, int deliveryRadiusMeters, @Nullable Money minimumOrder, long version, boolean openNow,
		@Nullable Instant opensAt, @Nullable Integer distanceMeters, @Nullable Boolean delivers,
		@Nullable Money deliveryFee, @Nullable String description, @Nullable String phone, List<FeeTier> deliveryFees,
		Opening opening, List<String> images, List<MenuItem> menu, long menuSize, boolean degraded) {

	record FeeTier(int uptoMeters, Money fee) {

	}

	record Opening(List<Day> weekly, List<LocalDate> holidays, boolean temporarilyClosed,
			@Nullable Instant temporarilyClosedUntil) {

	}

	record Day(String day, String open, String close, List<Break> breaks) {

	}

	record Break(String from, String to) {

	}

	record MenuItem(UUID id, UUID shopId, String title, Money price, @Nullable String brand, List<String> categoryPath,
			@Nullable String image, long version, @Nullable String description, List<OptionGroup> optionGroups,
			boolean available) {

	}

	record OptionGroup(UUID id, String name, boolean required, int min, int max, List<Option> options) {

	}

	record Option(UUID id, String name, Money extraPrice) {

	}

}
