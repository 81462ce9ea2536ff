package dev.jangteo.order.stock;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import dev.jangteo.order.catalog.ProductId;
import dev.jangteo.order.stock.Stock.Shortage;
import org.jspecify.annotations.Nullable;

class InMemoryStockTests implements StockContract {

	private final InMemoryStock stock = new InMemoryStock();

	@Override
	public Stock stock() {
		return stock;
	}

	@Override
	public ProductId aProduct(@Nullable Integer quantity) {
		var product = new ProductId(UUID.randomUUID());
		if (quantity != null) {
			stock.put(product, quantity);
		}
		return product;
	}

	@Override
	public @Nullable Integer left(ProductId product) {
		return stock.left(product);
	}

	@Override
	public Optional<Shortage> inTransaction(Supplier<Optional<Shortage>> work) {
		return work.get();
	}

}
