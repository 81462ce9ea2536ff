package dev.jangteo.payment.paying;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.ArrayLiteral;
import dev.jangteo.defaults.Money;
import dev.jangteo.events.AggregateSource;
import dev.jangteo.events.JdbcVersionIndex;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;
import dev.jangteo.payment.orders.MemberId;
import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.provider.Decline;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Payments as other services may see them: how far and how much, nothing of the card and
 * not the provider's key.
 */
@Component
class PaymentSource implements AggregateSource<PaymentSource.State> {

	private static final String COLUMNS = """
			select id, version, order_id, member_id, status, currency, amount, refunded, refund_state, approved_at, decline
			from payments
			""";

	private final JdbcClient jdbc;

	PaymentSource(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String aggregate() {
		return "payment";
	}

	@Override
	public List<Versioned<State>> byIds(Collection<UUID> ids) {
		return jdbc.sql(COLUMNS + "where id = any(?::uuid[])")
			.param(ArrayLiteral.of(ids))
			.query(PaymentSource::read)
			.list();
	}

	@Override
	public List<Versioned<State>> page(@Nullable UUID after, int limit) {
		return jdbc.sql(COLUMNS + """
				where id > ?
				order by id
				limit ?
				""").params((after != null) ? after : new UUID(0, 0), limit).query(PaymentSource::read).list();
	}

	@Override
	public VersionIndex versionIndex() {
		return new JdbcVersionIndex(jdbc, "payments", "id", "version", "true");
	}

	private static Versioned<State> read(ResultSet row, int number) throws SQLException {
		var id = row.getObject("id", UUID.class);
		var currency = row.getString("currency");
		var approvedAt = row.getObject("approved_at", OffsetDateTime.class);
		var decline = row.getString("decline");
		return new Versioned<>(id, row.getLong("version"),
				new State(new PaymentId(id), new OrderId(row.getObject("order_id", UUID.class)),
						new MemberId(row.getObject("member_id", UUID.class)),
						PaymentStatus.valueOf(row.getString("status")), Money.of(row.getBigDecimal("amount"), currency),
						Money.of(row.getBigDecimal("refunded"), currency),
						RefundState.valueOf(row.getString("refund_state")),
						(approvedAt != null) ? approvedAt.toInstant() : null,
						(decline != null) ? Decline.valueOf(decline) : null));
	}

	record State(PaymentId id, OrderId orderId, MemberId memberId, PaymentStatus status, Money amount, Money refunded,
			RefundState refundState, @Nullable Instant approvedAt, @Nullable Decline decline) {
	}

}
