package dev.jangteo.payment.ledger;

import dev.jangteo.payment.orders.MemberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which plan an owner has.
 */
@Component
class OwnerPlans {

	private final JdbcClient jdbc;

	private final Terms terms;

	OwnerPlans(JdbcClient jdbc, Terms terms) {
		this.jdbc = jdbc;
		this.terms = terms;
	}

	String of(MemberId owner) {
		return jdbc.sql("select plan from owner_plans where owner_id = ?")
			.param(owner.value())
			.query(String.class)
			.optional()
			.orElse(terms.defaultPlan());
	}

	/** What is delivered from now on is charged by this plan. */
	void choose(MemberId owner, String plan) {
		jdbc.sql("""
				insert into owner_plans (owner_id, plan)
				values (?, ?)
				on conflict (owner_id) do update
				set plan = excluded.plan
				""").params(owner.value(), plan).update();
	}

}
