package dev.jangteo.order.stock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import dev.jangteo.order.catalog.ProductId;
import dev.jangteo.order.stock.Stock.Shortage;
import dev.jangteo.order.support.ServiceTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class StockLedgerTests extends ServiceTests implements StockContract {

	private static final UUID SHOP = UUID.randomUUID();

	@Autowired
	private StockLedger ledger;

	@Autowired
	private TransactionTemplate transactions;

	@Override
	public Stock stock() {
		return ledger;
	}

	@Override
	public ProductId aProduct(@Nullable Integer quantity) {
		var product = new ProductId(UUID.randomUUID());
		count(product, quantity);
		return product;
	}

	@Override
	public @Nullable Integer left(ProductId product) {
		return ledger.find(product).orElseThrow().quantity();
	}

	@Override
	public Optional<Shortage> inTransaction(Supplier<Optional<Shortage>> work) {
		return transactions.execute((status) -> {
			var shortage = work.get();
			if (shortage.isPresent()) {
				status.setRollbackOnly();
			}
			return shortage;
		});
	}

	@AfterEach
	void theSumIsRight() {
		assertThat(StockSum.wrong(jdbc)).isEmpty();
	}

	@Test
	void onlyWhatOthersCanSeeIsANewVersion() {
		var product = aProduct(3);
		var first = UUID.randomUUID();

		assertThat(version(product)).isEqualTo(1);
		take(first, product, 1);
		take(UUID.randomUUID(), product, 1);
		assertThat(version(product)).as("two orders of a product that stays available").isEqualTo(1);
		take(UUID.randomUUID(), product, 1);
		assertThat(version(product)).as("sold out").isEqualTo(2);
		giveBack(first);
		assertThat(version(product)).as("back").isEqualTo(3);
		count(product, 1);
		assertThat(version(product)).as("counted, but nothing new").isEqualTo(3);
		count(product, 7);
		assertThat(version(product)).as("counted anew").isEqualTo(4);
		assertThat(notifications(product)).containsExactly("counted", "sold-out", "back", "counted");
	}

	@Test
	void whatWasTakenUnderALimitComesBackUnderTheNextOne() {
		var product = aProduct(5);
		var order = UUID.randomUUID();
		take(order, product, 2);

		count(product, null);
		count(product, 10);
		giveBack(order);

		assertThat(left(product)).isEqualTo(12);
	}

	@Test
	void nothingComesBackToAProductWithoutLimit() {
		var product = aProduct(5);
		var order = UUID.randomUUID();
		take(order, product, 2);

		count(product, null);
		giveBack(order);

		assertThat(left(product)).isNull();
	}

	private void take(UUID order, ProductId product, int units) {
		assertThat(inTransaction(() -> ledger.take(order, Map.of(product, units), NOON))).isEmpty();
	}

	private void giveBack(UUID order) {
		transactions.executeWithoutResult((_) -> ledger.giveBack(order, NOON));
	}

	private void count(ProductId product, @Nullable Integer quantity) {
		transactions.executeWithoutResult((_) -> ledger.set(ledger.lock(product, SHOP), quantity, NOON));
	}

	private long version(ProductId product) {
		return ledger.find(product).orElseThrow().version();
	}

	private List<String> notifications(ProductId product) {
		return jdbc.sql("select change from notification_log where subject = ? order by subject_version")
			.param(product.value())
			.query(String.class)
			.list();
	}

}
