package dev.jangteo.review.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.events.Followers;
import dev.jangteo.events.OwnerUnavailable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders as our copy knows them.
 */
@Component
public class KnownOrders {

	private final JdbcClient jdbc;

	private final Followers followers;

	KnownOrders(JdbcClient jdbc, Followers followers) {
		this.jdbc = jdbc;
		this.followers = followers;
	}

	/**
	 * The member's order. Where the copy does not have it delivered, order-service is
	 * asked once: the news may be on its way. Not to be called within a transaction.
	 * @return empty when there is no such order, or it is somebody else's
	 * @throws OwnerUnavailable when we do not know the order and order-service does not
	 * answer
	 */
	public Optional<KnownOrder> ofMember(UUID member, UUID id) {
		var known = find(id);
		if (known.isPresent() && !known.get().memberId().equals(member)) {
			return Optional.empty();
		}
		if (known.isEmpty() || !known.get().delivered()) {
			known = ask(id, known);
		}
		return known.filter((order) -> order.memberId().equals(member));
	}

	private Optional<KnownOrder> ask(UUID id, Optional<KnownOrder> known) {
		try {
			followers.bring(OrderCopies.NAME, List.of(id));
			return find(id);
		}
		catch (OwnerUnavailable ex) {
			if (known.isPresent()) {
				return known;
			}
			throw ex;
		}
	}

	/** An order, without asking anybody. */
	public Optional<KnownOrder> known(UUID id) {
		return find(id);
	}

	private Optional<KnownOrder> find(UUID id) {
		return jdbc.sql("""
				select id, member_id, shop_id, owner_id, products, delivered_at is not null as delivered
				from followed_orders
				where id = ? and not gone
				""").param(id).query(KnownOrders::read).optional();
	}

	private static KnownOrder read(ResultSet row, int number) throws SQLException {
		return new KnownOrder(row.getObject("id", UUID.class), row.getObject("member_id", UUID.class),
				row.getObject("shop_id", UUID.class), row.getObject("owner_id", UUID.class),
				Arrays.asList((UUID[]) row.getArray("products").getArray()), row.getBoolean("delivered"));
	}

}
