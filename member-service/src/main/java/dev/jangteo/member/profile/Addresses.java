package dev.jangteo.member.profile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.defaults.Problem;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses of members, at most twenty each, at most one of them the main one. Only
 * their member sees them.
 */
@Component
class Addresses {

	private static final int MOST = 20;

	private static final String COLUMNS = "id, label, line1, line2, postal_code, lat, lng, main";

	private final JdbcClient jdbc;

	private final Members members;

	Addresses(JdbcClient jdbc, Members members) {
		this.jdbc = jdbc;
		this.members = members;
	}

	List<Address> of(UUID memberId) {
		return this.jdbc.sql("select " + COLUMNS + " from addresses where member_id = ? order by main desc, id")
			.param(memberId)
			.query(Address.class)
			.list();
	}

	Optional<Address> find(UUID memberId, UUID id) {
		return this.jdbc.sql("select " + COLUMNS + " from addresses where member_id = ? and id = ?")
			.params(memberId, id)
			.query(Address.class)
			.optional();
	}

	@Transactional
	void add(UUID memberId, Address address) {
		// One change after the other, none after the erasure.
		this.members.lock(memberId);
		if (of(memberId).size() >= MOST) {
			throw Problem.rule("TOO_MANY_ADDRESSES", "A member may keep %d addresses.".formatted(MOST));
		}
		takeMain(memberId, address);
		bound(this.jdbc.sql("""
				insert into addresses (id, member_id, label, line1, line2, postal_code, lat, lng, main)
				values (:id, :member, :label, :line1, :line2, :postalCode, :lat, :lng, :main)"""), memberId, address)
			.update();
	}

	@Transactional
	void replace(UUID memberId, Address address) {
		// One change after the other, none after the erasure.
		this.members.lock(memberId);
		takeMain(memberId, address);
		requireOne(bound(this.jdbc.sql("""
				update addresses set label = :label, line1 = :line1, line2 = :line2, postal_code = :postalCode,
					lat = :lat, lng = :lng, main = :main
				where member_id = :member and id = :id"""), memberId, address).update());
	}

	void remove(UUID memberId, UUID id) {
		requireOne(this.jdbc.sql("delete from addresses where member_id = ? and id = ?").params(memberId, id).update());
	}

	private void takeMain(UUID memberId, Address address) {
		if (address.main()) {
			this.jdbc.sql("update addresses set main = false where member_id = ? and main and id <> ?")
				.params(memberId, address.id())
				.update();
		}
	}

	private static StatementSpec bound(StatementSpec statement, UUID memberId, Address address) {
		return statement.param("id", address.id())
			.param("member", memberId)
			.param("label", address.label())
			.param("line1", address.line1())
			.param("line2", address.line2())
			.param("postalCode", address.postalCode())
			.param("lat", address.lat())
			.param("lng", address.lng())
			.param("main", address.main());
	}

	private static void requireOne(int changed) {
		if (changed == 0) {
			throw Problem.notFound("address");
		}
	}

}
