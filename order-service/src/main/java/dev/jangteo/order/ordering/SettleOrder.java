package dev.jangteo.order.ordering;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.stereotype.Service;

/**
 * Lets an order follow its payment. Joins the caller's transaction, in which the order is
 * the caller's alone from then on.
 */
@Service
public class SettleOrder {

	private final OrderSteps steps;

	private final Deadlines deadlines;

	private final Clock clock;

	SettleOrder(OrderSteps steps, Deadlines deadlines, Clock clock) {
		this.steps = steps;
		this.deadlines = deadlines;
		this.clock = clock;
	}

	/**
	 * Does what is decided about the order as it stands. Repeating it changes nothing.
	 * @param decision is asked while nobody else can change the order
	 * @return the order as it then stands; empty when there is none
	 * @throws TransitionRefused when it is decided to place an order that is not waiting
	 * for its payment
	 */
	public Optional<OrderView> settle(OrderId id, Function<OrderView, Settlement> decision) {
		return steps.take(id, (_) -> true, (order) -> switch (decision.apply(order.view())) {
			case Settlement.Nothing() -> Optional.empty();
			case Settlement.Show(var payment) -> order.show(payment, clock.instant());
			case Settlement.Place(var payment) -> order.pay(payment, clock.instant(), deadlines);
		});
	}

	/**
	 * What happens to the order.
	 */
	public sealed interface Settlement {

		record Nothing() implements Settlement {
		}

		/** It shows this, and stands where it stood. */
		record Show(OrderPayment payment) implements Settlement {
		}

		/** It is paid: the shop may see it. */
		record Place(OrderPayment payment) implements Settlement {
		}

	}

}
