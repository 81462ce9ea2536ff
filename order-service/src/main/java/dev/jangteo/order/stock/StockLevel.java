package dev.jangteo.order.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;

import dev.jangteo.order.catalog.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a product.
 *
 * @param quantity {@code null}: not limited
 * @param version rises when the level is counted anew, runs out or is back
 */
record StockLevel(ProductId productId, UUID shopId, @Nullable Integer quantity, long version) {

	static StockLevel unlimited(ProductId product, UUID shop) {
		return new StockLevel(product, shop, null, 0);
	}

	static StockLevel read(ResultSet row, int number) throws SQLException {
		return new StockLevel(new ProductId(row.getObject("product_id", UUID.class)),
				row.getObject("shop_id", UUID.class), row.getObject("quantity", Integer.class), row.getLong("version"));
	}

	StockLevel countedAs(@Nullable Integer counted) {
		return new StockLevel(productId, shopId, counted, version + 1);
	}

	boolean available() {
		return quantity == null || quantity > 0;
	}

	int units() {
		return (quantity != null) ? quantity : 0;
	}

	boolean isLimitedTo(@Nullable Integer other) {
		return Objects.equals(quantity, other);
	}

}
