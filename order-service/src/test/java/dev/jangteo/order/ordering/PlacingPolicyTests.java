package dev.jangteo.order.ordering;

import java.util.UUID;
import java.util.stream.Stream;

import dev.jangteo.defaults.Money;
import dev.jangteo.order.catalog.OptionId;
import dev.jangteo.order.catalog.ProductId;
import dev.jangteo.order.ordering.OrderFixtures.Wish;
import dev.jangteo.order.ordering.OrderRejected.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.jangteo.order.ordering.OrderFixtures.BASIL;
import static dev.jangteo.order.ordering.OrderFixtures.CHEESE;
import static dev.jangteo.order.ordering.OrderFixtures.FOREIGN;
import static dev.jangteo.order.ordering.OrderFixtures.LARGE;
import static dev.jangteo.order.ordering.OrderFixtures.OLIVES;
import static dev.jangteo.order.ordering.OrderFixtures.REGULAR;
import static dev.jangteo.order.ordering.OrderFixtures.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlacingPolicyTests {

	@Test
	void anOrderThatKeepsAllRulesPasses() {
		assertThatCode(() -> check(new Wish().with(LARGE, OLIVES, BASIL).times(3))).doesNotThrowAnyException();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void aBrokenRuleIsNamed(Reason reason, Wish wish) {
		assertThatExceptionOfType(OrderRejected.class).isThrownBy(() -> check(wish))
			.returns(reason, OrderRejected::reason);
	}

	static Stream<Arguments> aBrokenRuleIsNamed() {
		return Stream.of(Arguments.of(Reason.SHOP_CLOSED, new Wish().whileClosed()),
				Arguments.of(Reason.OUT_OF_DELIVERY_AREA, new Wish().to(37.60, 126.90)),
				Arguments.of(Reason.PRODUCT_UNKNOWN, new Wish().of(new ProductId(UUID.randomUUID()))),
				Arguments.of(Reason.PRODUCT_UNKNOWN, new Wish().of(FOREIGN)),
				Arguments.of(Reason.PRODUCT_UNKNOWN, new Wish().atAPriceOf(Money.of("12.50", "USD"))),
				Arguments.of(Reason.SOLD_OUT, new Wish().whenSoldOut()),
				Arguments.of(Reason.OPTION_UNKNOWN, new Wish().with(REGULAR, new OptionId(UUID.randomUUID()))),
				Arguments.of(Reason.OPTION_REQUIRED, new Wish().with(OLIVES)),
				Arguments.of(Reason.TOO_MANY_OPTIONS, new Wish().with(REGULAR, LARGE)),
				Arguments.of(Reason.TOO_MANY_OPTIONS, new Wish().with(REGULAR, OLIVES, BASIL, CHEESE)),
				Arguments.of(Reason.BELOW_MINIMUM, new Wish().whereTheMinimumIs(won(18001))),
				Arguments.of(Reason.TOTAL_TOO_LARGE, new Wish().atAPriceOf(won(999_999_999_999_999L)).times(99)),
				Arguments.of(Reason.PRICE_CHANGED, new Wish().expecting(won(19999))),
				Arguments.of(Reason.PRICE_CHANGED, new Wish().expecting(Money.of(20000, "JPY"))));
	}

	@Test
	void aChangedPriceComesWithTheNewTotal() {
		assertThatExceptionOfType(OrderRejected.class)
			.isThrownBy(() -> check(new Wish().with(LARGE).expecting(won(20000))))
			.satisfies((rejected) -> assertThat(rejected.facts()).containsEntry("total", won(23000))
				.containsEntry("itemsTotal", won(21000))
				.containsEntry("deliveryFee", won(2000)));
	}

	@Test
	void optionsAndQuantityAndDistanceMakeThePrice() {
		var price = new Wish().with(LARGE, OLIVES, BASIL).times(2).to(37.58, 126.90).draft().price();

		assertThat(price.itemsTotal()).isEqualTo(won(2 * (18000 + 3000 + 1000 + 500)));
		assertThat(price.deliveryFee()).isEqualTo(won(3500));
		assertThat(price.total()).isEqualTo(won(48500));
	}

	private static void check(Wish wish) {
		var draft = wish.draft();
		PlacingPolicy.ALL.forEach((policy) -> policy.check(draft));
	}

}
