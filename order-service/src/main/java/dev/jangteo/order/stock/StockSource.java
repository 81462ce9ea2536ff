package dev.jangteo.order.stock;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import dev.jangteo.events.AggregateSource;
import dev.jangteo.events.JdbcVersionIndex;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stock as other services may see it. The quantity is not part of it, because it changes
 * without a new version.
 */
@Component
class StockSource implements AggregateSource<StockSource.State> {

	private final StockLedger ledger;

	private final JdbcClient jdbc;

	StockSource(StockLedger ledger, JdbcClient jdbc) {
		this.ledger = ledger;
		this.jdbc = jdbc;
	}

	@Override
	public String aggregate() {
		return "stock";
	}

	@Override
	public List<Versioned<State>> byIds(Collection<UUID> ids) {
		return ledger.findAll(List.copyOf(ids)).stream().map(StockSource::represent).toList();
	}

	@Override
	public List<Versioned<State>> page(@Nullable UUID after, int limit) {
		return ledger.page(after, limit).stream().map(StockSource::represent).toList();
	}

	@Override
	public VersionIndex versionIndex() {
		return new JdbcVersionIndex(jdbc, "stock", "product_id", "version", "version > 0");
	}

	private static Versioned<State> represent(StockLevel level) {
		var product = level.productId().value();
		return new Versioned<>(product, level.version(), new State(product, level.shopId(), level.available()));
	}

	record State(UUID productId, UUID shopId, boolean available) {
	}

}
