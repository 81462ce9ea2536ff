package dev.jangteo.payment.paying;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.jangteo.payment.paying.FollowUpProcess.NextStep;
import dev.jangteo.payment.paying.FollowUps.Taken;
import dev.jangteo.payment.provider.PaymentProvider;
import dev.jangteo.payment.provider.ProviderAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Does what {@link FollowUpProcess} decides. Calls are made outside any transaction; one
 * transaction writes what follows from them.
 */
@Component
class FollowUpWorker {

	private static final Logger logger = LoggerFactory.getLogger(FollowUpWorker.class);

	private final FollowUps followUps;

	private final Payments payments;

	private final PaymentSteps steps;

	private final PaymentProvider provider;

	private final FollowUpProcess process;

	private final Clock clock;

	FollowUpWorker(FollowUps followUps, Payments payments, PaymentSteps steps, PaymentProvider provider,
			PaymentSettings settings, Clock clock) {
		this.followUps = followUps;
		this.payments = payments;
		this.steps = steps;
		this.provider = provider;
		this.process = new FollowUpProcess(settings.patience(), settings.giveUpAfter());
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${jangteo.payments.sweep-every:250ms}")
	void sweep() {
		try {
			var due = followUps.take(clock.instant());
			while (!due.isEmpty()) {
				workOn(due);
				due = followUps.take(clock.instant());
			}
		}
		catch (DataAccessException | TransactionException ex) {
			logger.warn("Cannot look for payments to follow up: {}", ex.getClass().getSimpleName());
		}
	}

	private void workOn(List<Taken> due) {
		try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
			due.forEach((taken) -> each.execute(() -> tryToWorkOn(taken)));
		}
	}

	private void tryToWorkOn(Taken taken) {
		try {
			workOn(taken);
		}
		catch (RuntimeException ex) {
			// Its lease ends, and it is taken again.
			logger.error("Payment {} cannot be followed up now", taken.payment().value(), ex);
		}
	}

	private void workOn(Taken taken) {
		var payment = payments.find(taken.payment()).orElseThrow();
		var made = new ArrayList<Called>();
		for (var step = next(payment, made); step != NextStep.CONCLUDE; step = next(payment, made)) {
			made.add(call(payment, step, taken.looks()));
		}
		steps.conclude(taken.payment(), made, taken.looks(), (held, now) -> process.conclude(held, made, now));
	}

	private NextStep next(Payment payment, List<Called> made) {
		return process.next(payment, made, clock.instant());
	}

	private Called call(Payment payment, NextStep step, int looks) {
		return switch (step) {
			case ASK -> new Called(Called.Kind.ASK, ask(payment));
			case CANCEL -> new Called(Called.Kind.CANCEL, provider.cancel(payment.refund(looks)));
			case GIVE_UP -> new Called(Called.Kind.GIVE_UP, provider.cancel(payment.giveUp()));
			case CONCLUDE -> throw new IllegalStateException("nothing to call");
		};
	}

	// An order may have been tried with several keys; the provider shows its latest.
	private ProviderAnswer ask(Payment payment) {
		var answer = provider.find(payment.order());
		if (answer instanceof ProviderAnswer.Told told && !told.payment().key().equals(payment.key())) {
			answer = provider.find(payment.key());
		}
		if (answer instanceof ProviderAnswer.Told told && !payment.isAbout(told.payment())) {
			logger.error("The provider contradicts payment {} in its order or amount", payment.id().value());
		}
		return answer;
	}

}
