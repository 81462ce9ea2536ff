package dev.jangteo.order.stock;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import dev.jangteo.order.catalog.ProductId;
import dev.jangteo.order.stock.Stock.Shortage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link Stock} does.
 */
public interface StockContract {

	Instant NOON = Instant.parse("2020-11-20T03:00:00Z");

	Stock stock();

	/** A product of which so many are left; {@code null}: not limited. */
	ProductId aProduct(@Nullable Integer quantity);

	@Nullable Integer left(ProductId product);

	/** Runs work in a transaction that is rolled back when a shortage comes out of it. */
	Optional<Shortage> inTransaction(Supplier<Optional<Shortage>> work);

	@Test
	default void unitsAreTakenAndGivenBackOnce() {
		var product = aProduct(5);
		var order = UUID.randomUUID();

		assertThat(take(order, Map.of(product, 3))).isEmpty();
		assertThat(left(product)).isEqualTo(2);
		giveBack(order);
		giveBack(order);
		assertThat(left(product)).isEqualTo(5);
	}

	@Test
	default void allOrNothingIsTaken() {
		var enough = aProduct(5);
		var scarce = aProduct(1);

		assertThat(take(UUID.randomUUID(), Map.of(enough, 2, scarce, 2))).contains(new Shortage(scarce, 1));
		assertThat(left(enough)).isEqualTo(5);
		assertThat(left(scarce)).isEqualTo(1);
	}

	@Test
	default void theLastUnitCanBeTakenAndNoneAfterwards() {
		var product = aProduct(1);

		assertThat(take(UUID.randomUUID(), Map.of(product, 1))).isEmpty();
		assertThat(take(UUID.randomUUID(), Map.of(product, 1))).contains(new Shortage(product, 0));
		assertThat(left(product)).isZero();
	}

	@Test
	default void aProductWithoutLimitIsAlwaysThere() {
		var product = aProduct(null);
		var order = UUID.randomUUID();

		assertThat(take(order, Map.of(product, 99, new ProductId(UUID.randomUUID()), 99))).isEmpty();
		giveBack(order);
		assertThat(left(product)).isNull();
	}

	private Optional<Shortage> take(UUID order, Map<ProductId, Integer> units) {
		return inTransaction(() -> stock().take(order, units, NOON));
	}

	private void giveBack(UUID order) {
		inTransaction(() -> {
			stock().giveBack(order, NOON);
			return Optional.empty();
		});
	}

}
