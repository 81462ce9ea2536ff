package dev.jangteo.payment.paying;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import dev.jangteo.events.NotificationLog;
import dev.jangteo.payment.orders.MemberId;
import dev.jangteo.payment.orders.OrderId;
import jakarta.persistence.EntityManager;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Payments in PostgreSQL. A new one is one statement with its notification; from then on
 * it lives as an entity.
 */
@Component
class StoredPayments implements Payments {

	private static final String ADD = """
			with added as (
				insert into payments (id, order_id, member_id, status, currency, amount, payment_key, request_key,
					category, requested_at, updated_at, version)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				returning id, version
			)
			select append_notification('payment', 'requested', id, version, ?)
			from added
			""";

	private final JdbcClient jdbc;

	private final PaymentRows rows;

	private final EntityManager entities;

	private final NotificationLog log;

	StoredPayments(JdbcClient jdbc, PaymentRows rows, EntityManager entities, NotificationLog log) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.entities = entities;
		this.log = log;
	}

	@Override
	public void add(Payment payment) {
		var view = payment.view();
		var requested = view.requestedAt().atOffset(ZoneOffset.UTC);
		jdbc.sql(ADD)
			.param(view.id().value())
			.param(view.orderId().value())
			.param(view.memberId().value())
			.param(view.status().name())
			.param(view.amount().currency().getCurrencyCode())
			.param(view.amount().amount())
			.param(payment.key().value())
			.param(payment.requestKey())
			.param(payment.category())
			.param(requested)
			.param(requested)
			.param(view.version())
			.param(log.appending())
			.query((_) -> {
			});
	}

	@Override
	public Optional<Payment> lock(PaymentId id) {
		return rows.lock(id.value());
	}

	@Override
	public Optional<Payment> lockOf(OrderId order) {
		return rows.lockOf(order.value());
	}

	@Override
	public Optional<Payment> find(PaymentId id) {
		return rows.findById(id.value());
	}

	@Override
	public Optional<Payment> findRequested(MemberId member, String requestKey) {
		return rows.findRequested(member.value(), requestKey);
	}

	@Override
	public List<Payment> of(OrderId order) {
		return rows.findOf(order.value());
	}

	// Flushed at once: the version it then has goes into the notification.
	@Override
	public long store(Payment payment) {
		entities.flush();
		return payment.version();
	}

}
