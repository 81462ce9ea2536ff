package dev.jangteo.shop.shops;

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
import org.springframework.transaction.annotation.Transactional;

/**
 * Shops for the other services.
 */
@Component
class ShopSource implements AggregateSource<ShopState> {

	private final Shops shops;

	private final VersionIndex index;

	ShopSource(Shops shops, JdbcClient jdbc) {
		this.shops = shops;
		this.index = new JdbcVersionIndex(jdbc, "shop", "id", "version", "true");
	}

	@Override
	public String aggregate() {
		return ShopNotifications.AGGREGATE;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Versioned<ShopState>> byIds(Collection<UUID> ids) {
		return states(this.shops.byIds(ids));
	}

	@Override
	@Transactional(readOnly = true)
	public List<Versioned<ShopState>> page(@Nullable UUID after, int limit) {
		return states(this.shops.after(after, limit));
	}

	@Override
	public VersionIndex versionIndex() {
		return this.index;
	}

	private static List<Versioned<ShopState>> states(List<Shop> shops) {
		return shops.stream()
			.map(shop -> new Versioned<>(shop.id().value(), shop.version(), ShopState.of(shop)))
			.toList();
	}

}
