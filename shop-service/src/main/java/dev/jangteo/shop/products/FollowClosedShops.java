package dev.jangteo.shop.products;

import dev.jangteo.shop.shops.ClosedShops;
import dev.jangteo.shop.shops.ShopId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes the products of closed shops off the list, in transactions as short as any other.
 * Any instance may do so at any time: what one has taken, the other does not find.
 */
@Component
class FollowClosedShops {

	private static final int BATCH = 300;

	private final ClosedShops closed;

	private final Catalogue catalogue;

	private final TransactionOperations transactions;

	FollowClosedShops(ClosedShops closed, Catalogue catalogue, TransactionOperations transactions) {
		this.closed = closed;
		this.catalogue = catalogue;
		this.transactions = transactions;
	}

	@Scheduled(fixedDelayString = "${jangteo.shop.closing-interval:2s}")
	void follow() {
		this.closed.some().forEach(this::follow);
	}

	private void follow(ShopId shop) {

		while (clear(shop) > 0) {
			// Until nothing is left.
		}

		this.closed.forget(shop);
	}

	private int clear(ShopId shop) {
		Integer cleared = this.transactions.execute(_ -> this.catalogue.clear(shop, BATCH));
		return (cleared != null) ? cleared : 0;
	}

}
