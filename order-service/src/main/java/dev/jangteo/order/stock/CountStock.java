package dev.jangteo.order.stock;

import java.time.Clock;
import java.util.UUID;

import dev.jangteo.defaults.ETags;
import dev.jangteo.defaults.Problem;
import dev.jangteo.order.catalog.Menus;
import dev.jangteo.order.catalog.ProductId;
import dev.jangteo.order.catalog.ProductTerms;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The owner counts a product, or lifts its limit. Another's product is not found.
 */
@Service
class CountStock {

	private final Menus menus;

	private final StockLedger ledger;

	private final TransactionOperations transactions;

	private final Clock clock;

	CountStock(Menus menus, StockLedger ledger, TransactionOperations transactions, Clock clock) {
		this.menus = menus;
		this.ledger = ledger;
		this.transactions = transactions;
		this.clock = clock;
	}

	StockLevel count(UUID owner, ProductId product, @Nullable Integer quantity, @Nullable String ifMatch) {
		var shop = productOf(owner, product).shopId().value();
		var seen = (ifMatch != null) ? ETags.required(ifMatch) : null;
		return transactions.execute((_) -> {
			var before = ledger.lock(product, shop);
			if (seen != null) {
				ETags.check(before.version(), seen);
			}
			return ledger.set(before, quantity, clock.instant());
		});
	}

	StockLevel levelOf(UUID owner, ProductId product) {
		return level(product, productOf(owner, product).shopId().value());
	}

	private StockLevel level(ProductId product, UUID shop) {
		return ledger.find(product).orElseGet(() -> StockLevel.unlimited(product, shop));
	}

	private ProductTerms productOf(UUID owner, ProductId product) {
		return menus.product(product)
			.filter((terms) -> terms.ownerId().equals(owner))
			.orElseThrow(() -> Problem.notFound("product"));
	}

}
