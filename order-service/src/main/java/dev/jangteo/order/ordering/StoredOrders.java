package dev.jangteo.order.ordering;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.events.NotificationLog;
import dev.jangteo.order.sql.Statement;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders in PostgreSQL. A new one is one statement with its notification, because placing
 * is the hot path; from then on it lives as an entity.
 */
@Component
class StoredOrders implements Orders {

	static final String PLACE = Statement.named("place-order");

	private final JdbcClient jdbc;

	private final OrderRows rows;

	private final EntityManager entities;

	private final NotificationLog log;

	StoredOrders(JdbcClient jdbc, OrderRows rows, EntityManager entities, NotificationLog log) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.entities = entities;
		this.log = log;
	}

	@Override
	public void add(Order order) {
		var view = order.view();
		jdbc.sql(PLACE)
			.param(view.id().value())
			.param(view.shopId().value())
			.param(view.shopName())
			.param(view.owner().value())
			.param(view.memberId().value())
			.param(view.status().name())
			.param(view.paymentMethod().name())
			.param(view.total().currency().getCurrencyCode())
			.param(view.itemsTotal().amount())
			.param(view.deliveryFee().amount())
			.param(view.total().amount())
			.param(JsonColumns.write(order.lines()))
			.param(JsonColumns.write(view.delivery()))
			.param(view.wish())
			.param(time(view.placedAt()))
			.param(time(view.expiresAt()))
			.param(time(view.updatedAt()))
			.param(view.version())
			.param(log.appending())
			.query((_) -> {
			});
	}

	@Override
	public Optional<Order> find(OrderId id) {
		return rows.lock(id.value());
	}

	@Override
	public Optional<Order> findIdle(OrderId id) {
		return rows.lockIfFree(id.value());
	}

	@Override
	public List<OrderId> expired(Instant when, int limit) {
		return jdbc.sql("""
				select id
				from orders
				where expires_at <= ?
				order by expires_at
				limit ?
				""")
			.params(when.atOffset(ZoneOffset.UTC), limit)
			.query((row, _) -> new OrderId(row.getObject("id", UUID.class)))
			.list();
	}

	// Flushed at once: the version it then has goes into the notification.
	@Override
	public long store(Order order) {
		entities.flush();
		return order.version();
	}

	private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
