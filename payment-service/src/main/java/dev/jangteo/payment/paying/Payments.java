package dev.jangteo.payment.paying;

import java.util.List;
import java.util.Optional;

import dev.jangteo.payment.orders.MemberId;
import dev.jangteo.payment.orders.OrderId;

/**
 * All payments.
 */
interface Payments {

	/**
	 * Adds a new payment, in the caller's transaction; its notification leaves with it.
	 * @throws org.springframework.dao.DuplicateKeyException when its order has one that
	 * is not declined, or one of its keys was used
	 */
	void add(Payment payment);

	/** A payment that is this transaction's alone until it ends. */
	Optional<Payment> lock(PaymentId id);

	/** The same for that payment of an order that is not declined, if there is one. */
	Optional<Payment> lockOf(OrderId order);

	/** Reads a payment without locking it. */
	Optional<Payment> find(PaymentId id);

	/** The payment a member has asked for under a key. */
	Optional<Payment> findRequested(MemberId member, String requestKey);

	/** All tries to pay an order, the newest first. */
	List<Payment> of(OrderId order);

	/**
	 * Writes what has changed.
	 * @return the version it has now, one more than before
	 */
	long store(Payment payment);

}
