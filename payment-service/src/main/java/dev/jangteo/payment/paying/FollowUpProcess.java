package dev.jangteo.payment.paying;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.jangteo.payment.provider.Decline;
import dev.jangteo.payment.provider.ProviderAnswer;
import dev.jangteo.payment.provider.ProviderPayment.Standing;

/**
 * Decides what is to be done about a payment that is not settled, call by call, and what
 * follows from the calls in the end. A charge is never repeated: the provider is asked
 * until it is known, else the charge is cancelled.
 *
 * @param patience after which a request without an answer is lost
 * @param giveUpAfter after which a payment that is not charged is cancelled
 */
record FollowUpProcess(Duration patience, Duration giveUpAfter) {

	/** What to do next, after the calls made so far. */
	NextStep next(Payment payment, List<Called> made, Instant now) {
		if (made.isEmpty()) {
			return wantsMoneyBack(payment) ? NextStep.CANCEL : NextStep.ASK;
		}
		var last = made.getLast();
		return switch (last.kind()) {
			case CANCEL, GIVE_UP -> isHeard(last) ? NextStep.CONCLUDE : NextStep.ASK;
			case ASK -> (made.size() == 1 && isUncharged(last) && mayGiveUp(payment, now)) ? NextStep.GIVE_UP
					: NextStep.CONCLUDE;
			case CONFIRM -> NextStep.CONCLUDE;
		};
	}

	/** What follows for the payment, which may have changed meanwhile. */
	List<PaymentEvent> conclude(Payment payment, List<Called> made, Instant now) {
		var facts = new ArrayList<PaymentEvent>();
		if (!now.isBefore(payment.requestedAt().plus(patience))) {
			payment.lose(now).ifPresent(facts::add);
		}
		for (var call : made) {
			if (call.answer() instanceof ProviderAnswer.Told told) {
				facts.addAll(payment.learn(told.payment(), now));
			}
		}
		if (isRefused(made, Called.Kind.GIVE_UP) && isUncharged(made.getLast())) {
			payment.decline(Decline.NOT_COMPLETED, now).ifPresent(facts::add);
		}
		if (isRefused(made, Called.Kind.CANCEL) && wantsMoneyBack(payment)) {
			payment.refuseRefund(now).ifPresent(facts::add);
		}
		return facts;
	}

	private boolean mayGiveUp(Payment payment, Instant now) {
		return payment.status().isOpen() && !now.isBefore(payment.requestedAt().plus(giveUpAfter));
	}

	private static boolean wantsMoneyBack(Payment payment) {
		return payment.refundState() == RefundState.REQUESTED || payment.refundState() == RefundState.FAILED;
	}

	/** Whether the answer leaves nothing to ask. */
	private static boolean isHeard(Called call) {
		return call.answer() instanceof ProviderAnswer.Told || call.answer() instanceof ProviderAnswer.NotSent;
	}

	private static boolean isUncharged(Called call) {
		return switch (call.answer()) {
			case ProviderAnswer.Absent __ -> true;
			case ProviderAnswer.Told told -> told.payment().standing() == Standing.OPEN;
			case ProviderAnswer.Refused __ -> false;
			case ProviderAnswer.OurFault __ -> false;
			case ProviderAnswer.Silent __ -> false;
			case ProviderAnswer.NotSent __ -> false;
		};
	}

	private static boolean isRefused(List<Called> made, Called.Kind kind) {
		return made.stream().filter((call) -> call.kind() == kind).anyMatch((call) -> switch (call.answer()) {
			case ProviderAnswer.Refused __ -> true;
			case ProviderAnswer.Absent __ -> true;
			case ProviderAnswer.OurFault __ -> true;
			case ProviderAnswer.Told __ -> false;
			case ProviderAnswer.Silent __ -> false;
			case ProviderAnswer.NotSent __ -> false;
		});
	}

	/**
	 * What to do.
	 */
	enum NextStep {

		/** Ask the provider for the payment. */
		ASK,

		/** Give back what was charged. */
		CANCEL,

		/** Take back what may have been charged. */
		GIVE_UP,

		/** Enough is known for this time. */
		CONCLUDE

	}

}
