package dev.jangteo.payment.ledger;

import java.util.UUID;

import dev.jangteo.defaults.Problem;
import dev.jangteo.payment.orders.MemberId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Which plan an owner has, for operators.
 */
@RestController
@RequestMapping("/api/v1/ops/owners/{id}/plan")
class OwnerPlanController {

	private final OwnerPlans plans;

	private final Terms terms;

	OwnerPlanController(OwnerPlans plans, Terms terms) {
		this.plans = plans;
		this.terms = terms;
	}

	@GetMapping
	Plan show(@PathVariable UUID id) {
		return new Plan(plans.of(new MemberId(id)));
	}

	@PutMapping
	Plan choose(@PathVariable UUID id, @Valid @RequestBody Plan chosen) {
		if (!terms.plans().containsKey(chosen.plan())) {
			throw Problem.invalid("plan", "must be one of " + terms.plans().keySet().stream().sorted().toList());
		}
		plans.choose(new MemberId(id), chosen.plan());
		return chosen;
	}

	record Plan(@NotNull String plan) {
	}

}
