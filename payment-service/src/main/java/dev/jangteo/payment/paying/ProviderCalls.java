package dev.jangteo.payment.paying;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import dev.jangteo.events.UuidV7;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The record of what was tried with the provider.
 */
@Component
class ProviderCalls {

	private final JdbcClient jdbc;

	ProviderCalls(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(PaymentId payment, List<Called> calls, Instant when) {
		for (var call : calls) {
			jdbc.sql("""
					insert into provider_calls (id, payment_id, call, outcome, at)
					values (?, ?, ?, ?, ?)
					""")
				.params(UuidV7.next(), payment.value(), call.kind().name(), call.answer().word(),
						when.atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	/** What was tried, in order. */
	List<Tried> of(PaymentId payment) {
		return jdbc.sql("""
				select call, outcome, at
				from provider_calls
				where payment_id = ?
				order by id
				limit 200
				""")
			.param(payment.value())
			.query((row, _) -> new Tried(Called.Kind.valueOf(row.getString("call")), row.getString("outcome"),
					row.getObject("at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/**
	 * A call and its outcome in a word.
	 */
	record Tried(Called.Kind call, String outcome, Instant at) {
	}

}
