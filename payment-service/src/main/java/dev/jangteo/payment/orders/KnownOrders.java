package dev.jangteo.payment.orders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders as our copy knows them.
 */
@Component
public class KnownOrders {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	KnownOrders(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/** What we know of an order; empty when we have not heard of it yet. */
	public Optional<OrderTerms> find(OrderId order) {
		return jdbc.sql("""
				select terms::text
				from copied_orders
				where id = ? and not gone
				""").param(order.value()).query(String.class).optional().map(this::terms);
	}

	/** Some of those that have come to an end nobody has drawn a conclusion from. */
	public List<OrderId> unanswered(int limit) {
		return jdbc.sql("""
				select id
				from copied_orders
				where unanswered
				order by id
				limit ?
				""").param(limit).query((row, _) -> new OrderId(row.getObject("id", UUID.class))).list();
	}

	/**
	 * Takes an ended order for this transaction; with its end the order is answered.
	 * @return empty when it was answered already, or somebody else is at it
	 */
	public Optional<OrderTerms> answer(OrderId order) {
		return jdbc.sql("""
				update copied_orders
				set unanswered = false
				where id = (select id from copied_orders where id = ? and unanswered for update skip locked)
				returning terms::text
				""").param(order.value()).query(String.class).optional().map(this::terms);
	}

	/** A conclusion from an ended order is to be drawn once more. */
	public void answerAgain(OrderId order) {
		jdbc.sql("update copied_orders set unanswered = true where id = ? and not gone").param(order.value()).update();
	}

	private OrderTerms terms(String text) {
		return json.readValue(text, OrderTerms.class);
	}

}
