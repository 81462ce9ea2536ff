package dev.jangteo.order.stock;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The books of the stock.
 */
public final class StockSum {

	private StockSum() {
	}

	/** Products whose movements do not sum to what is left. */
	public static List<String> wrong(JdbcClient jdbc) {
		return jdbc.sql("""
				select s.product_id || ': ' || coalesce(s.quantity, 0) || ' left, but ' || coalesce(sum(m.units), 0)
				from stock s
				left join stock_movements m on m.product_id = s.product_id
				group by s.product_id, s.quantity
				having coalesce(s.quantity, 0) <> coalesce(sum(m.units), 0)
				""").query(String.class).list();
	}

}
