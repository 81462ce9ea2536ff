package dev.jangteo.payment.paying;

import java.time.Clock;

import dev.jangteo.events.NotificationLog;
import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.provider.PaymentKey;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Somebody who may be the provider says that a payment has changed. Nothing of it is
 * believed: the payment is asked for, a little later.
 */
@Service
public class HearProvider {

	private final FollowUps followUps;

	private final Payments payments;

	private final NotificationLog log;

	private final TransactionOperations transactions;

	private final Clock clock;

	HearProvider(FollowUps followUps, Payments payments, NotificationLog log, TransactionOperations transactions,
			Clock clock) {
		this.followUps = followUps;
		this.payments = payments;
		this.log = log;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Notes that the payment is to be asked for; one we do not have is ignored.
	 * @param isCharged whether it is said to be charged and no more, which may be no news
	 */
	public void hear(PaymentKey key, OrderId order, boolean isCharged) {
		followUps.nudge(key, order, isCharged, clock.instant());
	}

	/** The provider is to be asked for a payment of ours. */
	public void lookAgain(PaymentId payment) {
		followUps.nudge(payment, clock.instant());
	}

	/** Whoever follows payments is to read one of them again. */
	public void announceAgain(PaymentId id) {
		transactions.executeWithoutResult((_) -> payments.lock(id)
			.ifPresent((payment) -> log.append("payment", "announced", id.value(), payment.version())));
	}

}
