package dev.jangteo.order.payment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.defaults.ArrayLiteral;
import dev.jangteo.events.JdbcVersionIndex;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;
import dev.jangteo.order.ordering.OrderId;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Our own copy of payments, as far as orders care. A payment that is gone stays as a
 * tombstone.
 */
@Component
class KnownPayments {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	KnownPayments(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Keeps a payment.
	 * @return whether it was news
	 */
	boolean keep(Versioned<PaymentTerms> payment) {
		return jdbc.sql("""
				insert into copied_payments (id, version, gone, order_id, terms)
				values (?, ?, false, ?, ?::jsonb)
				on conflict (id) do update
				set version = excluded.version, gone = false, order_id = excluded.order_id, terms = excluded.terms
				where copied_payments.version < excluded.version
				or (copied_payments.version = excluded.version and copied_payments.gone)
				""")
			.params(payment.id(), payment.version(), payment.state().orderId(),
					json.writeValueAsString(payment.state()))
			.update() == 1;
	}

	void drop(UUID id, long version) {
		jdbc.sql("""
				insert into copied_payments (id, version, gone)
				values (?, ?, true)
				on conflict (id) do update
				set version = excluded.version, gone = true, order_id = null, terms = null
				where copied_payments.version <= excluded.version
				""").params(id, version).update();
	}

	/** The payments of an order, oldest first. */
	List<PaymentTerms> of(OrderId order) {
		return jdbc.sql("""
				select terms::text as terms
				from copied_payments
				where order_id = ?
				order by id
				""")
			.param(order.value())
			.query((row, _) -> json.readValue(row.getString("terms"), PaymentTerms.class))
			.list();
	}

	Map<UUID, Long> versions(Collection<UUID> ids) {
		var held = new HashMap<UUID, Long>();
		jdbc.sql("""
				select id, version
				from copied_payments
				where id = any(?::uuid[])
				""").param(ArrayLiteral.of(ids)).query((row) -> {
			held.put(row.getObject("id", UUID.class), row.getLong("version"));
		});
		return held;
	}

	VersionIndex versionIndex() {
		return new JdbcVersionIndex(jdbc, "copied_payments", "id", "version", "not gone");
	}

	boolean isEmpty() {
		return jdbc.sql("select not exists (select from copied_payments)").query(Boolean.class).single();
	}

}
