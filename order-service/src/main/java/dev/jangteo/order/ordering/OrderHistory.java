package dev.jangteo.order.ordering;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.order.catalog.ShopId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The read side: orders of a shopper and of a shop, newest first. A shop does not see an
 * order before it is paid or payable at the door.
 */
@Component
public class OrderHistory {

	private static final OrderId NEWEST = new OrderId(new UUID(-1, -1));

	private final JdbcClient jdbc;

	OrderHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Optional<OrderView> findOfMember(MemberId member, OrderId id) {
		return find(id).filter((order) -> order.memberId().equals(member));
	}

	public Optional<OrderView> findOfOwner(MemberId owner, OrderId id) {
		return find(id).filter((order) -> order.owner().equals(owner))
			.filter((order) -> order.status() != OrderStatus.PENDING_PAYMENT);
	}

	/**
	 * A page of a shopper's orders.
	 * @param before the last one of the page before
	 */
	public List<OrderView> ofMember(MemberId member, @Nullable OrderId before, int limit) {
		return jdbc.sql(OrderRow.select("""
				where o.member_id = ? and o.id < ?
				order by o.id desc
				limit ?
				""")).params(member.value(), orNewest(before), limit).query(OrderRow::read).list();
	}

	/**
	 * A page of a shop's orders.
	 * @param status only those, {@code null}: all
	 * @param before the last one of the page before
	 */
	public List<OrderView> ofShop(ShopId shop, @Nullable OrderStatus status, @Nullable OrderId before, int limit) {
		// The status stands in the text, so that the index of open orders can serve it.
		var condition = (status != null) ? "o.status = '%s' and ".formatted(status.name()) : "";
		return jdbc.sql(OrderRow.select("""
				where %s o.status <> 'PENDING_PAYMENT' and o.shop_id = ? and o.id < ?
				order by o.id desc
				limit ?
				""".formatted(condition))).params(shop.value(), orNewest(before), limit).query(OrderRow::read).list();
	}

	private Optional<OrderView> find(OrderId id) {
		return jdbc.sql(OrderRow.select("""
				where o.id = ?
				""")).param(id.value()).query(OrderRow::read).optional();
	}

	private static UUID orNewest(@Nullable OrderId before) {
		return ((before != null) ? before : NEWEST).value();
	}

}
