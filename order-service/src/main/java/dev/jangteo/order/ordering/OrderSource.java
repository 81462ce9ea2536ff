package dev.jangteo.order.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.ArrayLiteral;
import dev.jangteo.defaults.Money;
import dev.jangteo.events.AggregateSource;
import dev.jangteo.events.JdbcVersionIndex;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;
import dev.jangteo.order.catalog.ProductId;
import dev.jangteo.order.catalog.ShopId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders as other services may see them: who, what and how far, but nothing personal.
 */
@Component
class OrderSource implements AggregateSource<OrderSource.State> {

	/** The shop's, from our copy, as far as it is known. */
	private static final String CATEGORY = """
			(select s.terms ->> 'category' from copied_shops s where s.id = o.shop_id) as category""";

	private final JdbcClient jdbc;

	OrderSource(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String aggregate() {
		return "order";
	}

	@Override
	public List<Versioned<State>> byIds(Collection<UUID> ids) {
		return jdbc.sql(OrderRow.select("""
				where o.id = any(?::uuid[])
				""", CATEGORY)).param(ArrayLiteral.of(ids)).query(OrderSource::represent).list();
	}

	@Override
	public List<Versioned<State>> page(@Nullable UUID after, int limit) {
		return jdbc.sql(OrderRow.select("""
				where o.id > ?
				order by o.id
				limit ?
				""", CATEGORY))
			.params((after != null) ? after : new UUID(0, 0), limit)
			.query(OrderSource::represent)
			.list();
	}

	@Override
	public VersionIndex versionIndex() {
		return new JdbcVersionIndex(jdbc, "orders", "id", "version", "true");
	}

	private static Versioned<State> represent(ResultSet row, int number) throws SQLException {
		var order = OrderRow.read(row, number);
		return new Versioned<>(order.id().value(), order.version(), State.of(order, row.getString("category")));
	}

	record State(OrderId id, ShopId shopId, MemberId ownerId, MemberId memberId, OrderStatus status,
			PaymentMethod paymentMethod, Money itemsTotal, Money deliveryFee, Money total, List<Line> lines,
			Instant placedAt, Instant updatedAt, @Nullable Instant deliveredAt, @Nullable String category) {

		private static State of(OrderView order, @Nullable String category) {
			return new State(order.id(), order.shopId(), order.owner(), order.memberId(), order.status(),
					order.paymentMethod(), order.itemsTotal(), order.deliveryFee(), order.total(),
					order.lines().stream().map(Line::of).toList(), order.placedAt(), order.updatedAt(),
					order.deliveredAt(), category);
		}

	}

	record Line(ProductId productId, String title, int quantity, Money total) {

		private static Line of(OrderView.Line line) {
			return new Line(line.productId(), line.title(), line.quantity(), line.total());
		}

	}

}
