package dev.jangteo.payment.paying;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.provider.PaymentKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is still to be done about payments. Whoever takes one has it alone until it is
 * settled or the lease is over.
 */
@Component
class FollowUps {

	private final JdbcClient jdbc;

	private final PaymentSettings settings;

	FollowUps(JdbcClient jdbc, PaymentSettings settings) {
		this.jdbc = jdbc;
		this.settings = settings;
	}

	/** A payment is requested: should nobody come back from the provider, it is due. */
	void begin(Payment payment, Instant now) {
		schedule(payment.id(), now.plus(settings.patience()));
	}

	/**
	 * A step was taken, in the same transaction.
	 * @param changed whether anything has happened
	 * @param looks how often it was looked at in vain before
	 */
	void settle(Payment payment, boolean changed, int looks, Instant now) {
		switch (need(payment, now)) {
			case NONE -> finish(payment.id());
			case MONEY_BACK -> schedule(payment.id(), changed ? now : now.plus(settings.pauseAfter(looks)), changed);
			case REFUSED -> schedule(payment.id(), now.plus(settings.refusedPause()), false);
			case ANSWER -> schedule(payment.id(), now.plus(settings.pauseAfter(changed ? 0 : looks)), changed);
			case WATCH -> schedule(payment.id(), now.plus(settings.watchEvery()), changed);
		}
	}

	/**
	 * Somebody says that a payment has changed: it is due at once, unless there is none.
	 * @param isCharged whether they say that it is charged and no more; if we know that
	 * already it is no news, and if we are just being told we wait for the answer first
	 */
	void nudge(PaymentKey key, OrderId order, boolean isCharged, Instant now) {
		jdbc.sql("""
				insert into follow_ups as held (payment_id, due_at, nudged)
				select id, case when status = 'REQUESTED' and :isCharged then :soon else :now end,
					not (status = 'REQUESTED' and :isCharged)
				from payments
				where payment_key = :key and order_id = :order and decline is distinct from 'NOT_SENT'
				and not (status = 'APPROVED' and :isCharged)
				on conflict (payment_id) do update
				set due_at = least(held.due_at, excluded.due_at), nudged = held.nudged or excluded.nudged
				""")
			.param("isCharged", isCharged)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("soon", now.plus(settings.firstPause()).atOffset(ZoneOffset.UTC))
			.param("key", key.value())
			.param("order", order.value())
			.update();
	}

	/** The same by the payment's own id. */
	void nudge(PaymentId payment, Instant now) {
		jdbc.sql("""
				insert into follow_ups as held (payment_id, due_at, nudged)
				values (?, ?, true)
				on conflict (payment_id) do update
				set due_at = least(held.due_at, excluded.due_at), nudged = true
				""").params(payment.value(), now.atOffset(ZoneOffset.UTC)).update();
	}

	/** Takes what is due and nobody else has. */
	List<Taken> take(Instant now) {
		return jdbc.sql("""
				update follow_ups
				set leased_until = ?, attempts = attempts + 1, nudged = false
				where payment_id = any (array(
					select payment_id
					from follow_ups
					where due_at <= ? and (leased_until is null or leased_until <= ?)
					order by due_at
					limit ?
					for update skip locked))
				returning payment_id, attempts
				""")
			.params(now.plus(settings.lease()).atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC),
					now.atOffset(ZoneOffset.UTC), settings.atOnce())
			.query((row, _) -> new Taken(new PaymentId(row.getObject("payment_id", UUID.class)),
					row.getInt("attempts")))
			.list();
	}

	private Need need(Payment payment, Instant now) {
		if (payment.refundState() == RefundState.REQUESTED) {
			return Need.MONEY_BACK;
		}
		if (payment.refundState() == RefundState.FAILED) {
			return Need.REFUSED;
		}
		if (payment.status().isOpen()) {
			return Need.ANSWER;
		}
		return payment.isWatched(now, settings.watchFor()) ? Need.WATCH : Need.NONE;
	}

	// What has come up meanwhile stays due.
	private void finish(PaymentId payment) {
		var deleted = jdbc.sql("delete from follow_ups where payment_id = ? and not nudged")
			.param(payment.value())
			.update();
		if (deleted == 0) {
			jdbc.sql("update follow_ups set leased_until = null where payment_id = ?").param(payment.value()).update();
		}
	}

	private void schedule(PaymentId payment, Instant due) {
		schedule(payment, due, true);
	}

	private void schedule(PaymentId payment, Instant due, boolean anew) {
		jdbc.sql("""
				insert into follow_ups as held (payment_id, due_at)
				values (?, ?)
				on conflict (payment_id) do update
				set due_at = case when held.nudged then held.due_at else excluded.due_at end, leased_until = null,
					attempts = case when ? then 0 else held.attempts end
				""").params(payment.value(), due.atOffset(ZoneOffset.UTC), anew).update();
	}

	private enum Need {

		NONE, ANSWER, MONEY_BACK, REFUSED, WATCH

	}

	/**
	 * A payment to work on.
	 *
	 * @param looks how often it has been taken since something happened
	 */
	record Taken(PaymentId payment, int looks) {
	}

}
