package dev.jangteo.order.ordering;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.order.catalog.Location;
import dev.jangteo.order.catalog.Menu;
import dev.jangteo.order.catalog.OpeningHours;
import dev.jangteo.order.catalog.OptionId;
import dev.jangteo.order.catalog.ProductId;
import dev.jangteo.order.catalog.ProductTerms;
import dev.jangteo.order.catalog.ProductTerms.Option;
import dev.jangteo.order.catalog.ProductTerms.OptionGroup;
import dev.jangteo.order.catalog.ShopId;
import dev.jangteo.order.catalog.ShopTerms;
import org.jspecify.annotations.Nullable;

/**
 * A pizzeria that sells a margherita at 18,000 in two sizes with extras, and what can be
 * ordered there.
 */
final class OrderFixtures {

	static final Instant NOON = Instant.parse("2020-11-20T03:00:00Z");

	static final Deadlines DEADLINES = new Deadlines(Duration.ofMinutes(10), Duration.ofMinutes(5));

	static final ShopId SHOP = new ShopId(UUID.randomUUID());

	static final ProductId MARGHERITA = new ProductId(UUID.randomUUID());

	static final ProductId FOREIGN = new ProductId(UUID.randomUUID());

	static final OptionId REGULAR = new OptionId(UUID.randomUUID());

	static final OptionId LARGE = new OptionId(UUID.randomUUID());

	static final OptionId OLIVES = new OptionId(UUID.randomUUID());

	static final OptionId BASIL = new OptionId(UUID.randomUUID());

	static final OptionId CHEESE = new OptionId(UUID.randomUUID());

	static final MemberId SHOPPER = new MemberId(UUID.randomUUID());

	static final UUID OWNER = UUID.randomUUID();

	static final Location NEXT_DOOR = new Location(37.567, 126.902);

	private OrderFixtures() {
	}

	static Money won(long amount) {
		return Money.of(amount, "KRW");
	}

	static Order aPlacedOrder() {
		return anOrder(PaymentMethod.PAY_ON_DELIVERY);
	}

	static Order anUnpaidOrder() {
		return anOrder(PaymentMethod.CARD);
	}

	static Order anAcceptedOrder() {
		var order = aPlacedOrder();
		order.accept(20, NOON);
		return order;
	}

	static Order aDispatchedOrder() {
		var order = anAcceptedOrder();
		order.dispatch(NOON);
		return order;
	}

	static Order aDeliveredOrder() {
		var order = aDispatchedOrder();
		order.deliver(NOON);
		return order;
	}

	static Order aRejectedOrder() {
		var order = aPlacedOrder();
		order.reject(new Rejection(Rejection.Reason.TOO_BUSY, null), NOON);
		return order;
	}

	static Order aCancelledOrder() {
		var order = aPlacedOrder();
		order.cancel(NOON);
		return order;
	}

	static Order anExpiredOrder() {
		var order = aPlacedOrder();
		order.expire(NOON.plus(Duration.ofMinutes(5)));
		return order;
	}

	private static Order anOrder(PaymentMethod method) {
		return Order.place(OrderId.next(), SHOPPER, new Wish().paying(method).draft().price(), DEADLINES);
	}

	/**
	 * What somebody wants, right unless told otherwise.
	 */
	static final class Wish {

		private final Map<ProductId, ProductTerms> products = new HashMap<>(
				Map.of(MARGHERITA, margherita(won(18000), false), FOREIGN, foreign()));

		private ShopTerms shop = shop(true, won(12000));

		private ProductId product = MARGHERITA;

		private int quantity = 1;

		private Set<OptionId> options = Set.of(REGULAR);

		private Location location = NEXT_DOOR;

		private PaymentMethod method = PaymentMethod.PAY_ON_DELIVERY;

		private @Nullable Money expected;

		Wish of(ProductId wanted) {
			product = wanted;
			return this;
		}

		Wish times(int wanted) {
			quantity = wanted;
			return this;
		}

		Wish with(OptionId... chosen) {
			options = Set.of(chosen);
			return this;
		}

		Wish to(double lat, double lng) {
			location = new Location(lat, lng);
			return this;
		}

		Wish paying(PaymentMethod wanted) {
			method = wanted;
			return this;
		}

		Wish expecting(Money total) {
			expected = total;
			return this;
		}

		Wish whileClosed() {
			shop = shop(false, won(12000));
			return this;
		}

		Wish whereTheMinimumIs(Money minimum) {
			shop = shop(true, minimum);
			return this;
		}

		Wish whenSoldOut() {
			products.put(MARGHERITA, margherita(won(18000), true));
			return this;
		}

		Wish atAPriceOf(Money price) {
			products.put(MARGHERITA, margherita(price, false));
			return this;
		}

		Draft draft() {
			var menu = new Menu(SHOP, shop, products);
			var total = (expected != null) ? expected : Money.of(0, "KRW");
			var draft = new Draft(wanted(total), menu, NOON);
			return (expected != null) ? draft : expectingTheRightTotal(draft);
		}

		private Draft expectingTheRightTotal(Draft draft) {
			try {
				return new Draft(wanted(draft.price().total()), draft.menu(), NOON);
			}
			catch (OrderRejected ex) {
				return draft;
			}
		}

		private Wanted wanted(Money total) {
			return new Wanted(SHOP, List.of(new Wanted.Item(product, quantity, options)),
					new Delivery("서울 마포구 성산로 20", null, location, null), null, method, total);
		}

	}

	private static ShopTerms shop(boolean open, Money minimum) {
		var hours = Arrays.stream(DayOfWeek.values()).map((day) -> new OpeningHours.Interval(day, 0, 1440)).toList();
		return new ShopTerms(OWNER, "성산동 화덕피자", new Location(37.5665, 126.9012), ZoneId.of("Asia/Seoul"),
				Currency.getInstance("KRW"), 3000,
				List.of(new ShopTerms.FeeTier(1000, won(2000)), new ShopTerms.FeeTier(3000, won(3500))), minimum,
				new OpeningHours(open ? hours : List.of(), Set.of(), false, null), "pizza");
	}

	private static ProductTerms margherita(Money price, boolean soldOut) {
		return new ProductTerms(SHOP, OWNER, "마르게리타", price,
				List.of(new OptionGroup("크기", 1, 1,
						List.of(new Option(REGULAR, "레귤러", won(0)), new Option(LARGE, "라지", won(3000)))),
						new OptionGroup("토핑", 0, 2, List.of(new Option(OLIVES, "올리브", won(1000)),
								new Option(BASIL, "바질", won(500)), new Option(CHEESE, "치즈", won(1500))))),
				soldOut);
	}

	private static ProductTerms foreign() {
		return new ProductTerms(new ShopId(UUID.randomUUID()), OWNER, "김밥", won(4000), List.of(), false);
	}

}
