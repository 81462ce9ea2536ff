package dev.jangteo.shop.shops;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Shops that closed down and whose products still have to follow.
 */
@Repository
public class ClosedShops {

	private final JdbcClient jdbc;

	ClosedShops(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(ShopId id) {
		this.jdbc.sql("insert into closed_shop (id) values (:id)").param("id", id.value()).update();
	}

	public List<ShopId> some() {
		return this.jdbc.sql("select id from closed_shop order by closed_at limit 10")
			.query(UUID.class)
			.list()
			.stream()
			.map(ShopId::new)
			.toList();
	}

	/** Everything of it is gone. */
	public void forget(ShopId id) {
		this.jdbc.sql("delete from closed_shop where id = :id").param("id", id.value()).update();
	}

}
