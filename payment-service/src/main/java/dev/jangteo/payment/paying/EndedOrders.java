package dev.jangteo.payment.paying;

import java.time.Clock;

import dev.jangteo.payment.ledger.Books;
import dev.jangteo.payment.orders.KnownOrders;
import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.orders.OrderStatus;
import dev.jangteo.payment.orders.OrderTerms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Draws the conclusion from orders that have come to their end: the money of those not
 * carried out goes back. Each is one transaction; several instances pass by each other's.
 */
@Component
class EndedOrders {

	private static final Logger logger = LoggerFactory.getLogger(EndedOrders.class);

	private static final int AT_ONCE = 200;

	private final KnownOrders orders;

	private final PaymentSteps steps;

	private final Books books;

	private final TransactionOperations transactions;

	private final Clock clock;

	EndedOrders(KnownOrders orders, PaymentSteps steps, Books books, TransactionOperations transactions, Clock clock) {
		this.orders = orders;
		this.steps = steps;
		this.books = books;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${jangteo.payments.orders-every:250ms}")
	void sweep() {
		try {
			var ended = orders.unanswered(AT_ONCE);
			while (ended.stream().filter(this::tryToAnswer).count() == AT_ONCE) {
				ended = orders.unanswered(AT_ONCE);
			}
		}
		catch (DataAccessException ex) {
			logger.warn("Cannot look for ended orders: {}", ex.getClass().getSimpleName());
		}
	}

	/** Says whether it was answered by us. */
	private boolean tryToAnswer(OrderId order) {
		try {
			return Boolean.TRUE.equals(transactions.execute((_) -> {
				var ended = orders.answer(order);
				ended.ifPresent((terms) -> conclude(order, terms));
				return ended.isPresent();
			}));
		}
		catch (RuntimeException ex) {
			logger.error("Order {} has ended, and no conclusion can be drawn now", order.value(), ex);
			return false;
		}
	}

	private void conclude(OrderId order, OrderTerms terms) {
		if (terms.status() == OrderStatus.DELIVERED) {
			books.delivered(order, terms, clock.instant());
		}
		else {
			steps.takeOf(order,
					PaymentSteps.Conclusion.of((payment, now) -> payment.refund(RefundCause.ORDER_CLOSED, now)));
		}
	}

}
