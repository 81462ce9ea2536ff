package dev.jangteo.member.grade;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.events.Followed;
import dev.jangteo.events.Follower;
import dev.jangteo.events.JdbcVersionIndex;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;
import dev.jangteo.member.profile.Members;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows orders; the only class that knows order-service's words.
 */
@Component
class OrderNotifications implements Follower<OrderNotifications.OrderState> {

	private final JdbcClient jdbc;

	private final Members members;

	OrderNotifications(JdbcClient jdbc, Members members) {
		this.jdbc = jdbc;
		this.members = members;
	}

	@Override
	public Followed<OrderState> followed() {
		return new Followed<>("orders", "order", "order", OrderState.class);
	}

	@Override
	public Map<UUID, Long> versions(Collection<UUID> ids) {
		var versions = new HashMap<UUID, Long>();
		this.jdbc.sql("select id, version from followed_orders where id = any (?)")
			.param(ids.toArray(UUID[]::new))
			.query((row) -> {
				versions.put(row.getObject("id", UUID.class), row.getLong("version"));
			});
		return versions;
	}

	@Override
	@Transactional
	public void apply(List<Versioned<OrderState>> orders) {
		var members = orders.stream()
			.sorted((one, other) -> one.id().compareTo(other.id()))
			.filter(this::isNews)
			.map((order) -> order.state().memberId())
			.distinct()
			.toList();
		grade(members);
	}

	@Override
	@Transactional
	public void remove(UUID id, long version) {
		var member = this.jdbc.sql("select member_id from followed_orders where id = ? and version <= ? and delivered")
			.params(id, version)
			.query(UUID.class)
			.list();
		this.jdbc
			.sql("""
					insert into followed_orders as held (id, version, delivered, gone)
					values (?, ?, false, true)
					on conflict (id) do update set version = excluded.version, member_id = null, delivered = false, gone = true
					where held.version <= excluded.version""")
			.params(id, version)
			.update();
		grade(member);
	}

	@Override
	public VersionIndex versionIndex() {
		return new JdbcVersionIndex(this.jdbc, "followed_orders", "id", "version", "not gone");
	}

	@Override
	public boolean isEmpty() {
		return !this.jdbc.sql("select exists (select 1 from followed_orders where not gone)")
			.query(Boolean.class)
			.single();
	}

	private boolean isNews(Versioned<OrderState> order) {
		return this.jdbc
			.sql("""
					insert into followed_orders as held (id, version, member_id, delivered)
					values (?, ?, ?, ?)
					on conflict (id) do update
					set version = excluded.version, member_id = excluded.member_id, delivered = excluded.delivered, gone = false
					where held.version < excluded.version or (held.gone and held.version = excluded.version)""")
			.params(order.id(), order.version(), order.state().memberId(), order.state().isDelivered())
			.update() > 0;
	}

	// The members are locked before their orders are counted: of two batches the later
	// one sees both.
	private void grade(Collection<UUID> ids) {
		this.members.lockedGrades(ids).forEach((member, grade) -> {
			var earned = Grade.of(delivered(member)).name();
			if (!earned.equals(grade)) {
				this.members.grade(member, earned);
			}
		});
	}

	private int delivered(UUID member) {
		return this.jdbc.sql("select count(*) from followed_orders where member_id = ? and delivered")
			.param(member)
			.query(Integer.class)
			.single();
	}

	/**
	 * What a grade needs of an order.
	 *
	 * @param memberId whose it is
	 * @param status how far it is
	 */
	record OrderState(UUID memberId, String status) {

		boolean isDelivered() {
			return "DELIVERED".equals(this.status);
		}

	}

}
