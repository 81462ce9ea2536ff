package dev.jangteo.payment.paying;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.jangteo.payment.paying.Called.Kind;
import dev.jangteo.payment.paying.FollowUpProcess.NextStep;
import dev.jangteo.payment.provider.Decline;
import dev.jangteo.payment.provider.ProviderAnswer;
import org.junit.jupiter.api.Test;

import static dev.jangteo.payment.paying.PaymentFixtures.NOON;
import static dev.jangteo.payment.paying.PaymentFixtures.aPaymentToRefund;
import static dev.jangteo.payment.paying.PaymentFixtures.aRequestedPayment;
import static dev.jangteo.payment.paying.PaymentFixtures.anApprovedPayment;
import static dev.jangteo.payment.paying.PaymentFixtures.anUnknownPayment;
import static dev.jangteo.payment.paying.PaymentFixtures.charged;
import static dev.jangteo.payment.paying.PaymentFixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

class FollowUpProcessTests {

	private static final ProviderAnswer CHARGED = new ProviderAnswer.Told(charged(0));

	private static final ProviderAnswer CANCELLED = new ProviderAnswer.Told(charged(18000));

	private static final ProviderAnswer OPEN = new ProviderAnswer.Told(open());

	private static final ProviderAnswer ABSENT = new ProviderAnswer.Absent();

	private static final ProviderAnswer SILENT = new ProviderAnswer.Silent("HttpTimeoutException");

	private static final ProviderAnswer REFUSED = new ProviderAnswer.Refused(Decline.CARD_REFUSED,
			"NOT_CANCELABLE_PAYMENT");

	private static final Instant SOON = NOON.plusSeconds(5);

	private static final Instant LATE = NOON.plusSeconds(61);

	private final FollowUpProcess process = new FollowUpProcess(Duration.ofSeconds(15), Duration.ofMinutes(1));

	@Test
	void anUnknownPaymentIsAskedForAndNeverChargedAgain() {
		assertThat(steps(anUnknownPayment(), SOON, CHARGED)).containsExactly(Kind.ASK);
		assertThat(steps(anUnknownPayment(), SOON, SILENT)).containsExactly(Kind.ASK);
		assertThat(steps(anUnknownPayment(), SOON, ABSENT)).containsExactly(Kind.ASK);
	}

	@Test
	void whatIsUnchargedForTooLongIsCancelled() {
		assertThat(steps(anUnknownPayment(), LATE, ABSENT, CANCELLED)).containsExactly(Kind.ASK, Kind.GIVE_UP);
		assertThat(steps(anUnknownPayment(), LATE, OPEN, REFUSED, OPEN)).containsExactly(Kind.ASK, Kind.GIVE_UP,
				Kind.ASK);
		assertThat(steps(anUnknownPayment(), LATE, SILENT)).containsExactly(Kind.ASK);
	}

	@Test
	void aRefundIsDoneAndAskedForWhenItsAnswerIsMissing() {
		assertThat(steps(aPaymentToRefund(), SOON, CANCELLED)).containsExactly(Kind.CANCEL);
		assertThat(steps(aPaymentToRefund(), SOON, SILENT, CHARGED)).containsExactly(Kind.CANCEL, Kind.ASK);
	}

	@Test
	void asLongAsTheProviderIsSilentThePaymentStaysUnknown() {
		var payment = anUnknownPayment();

		assertThat(conclude(payment, LATE, SILENT)).isEmpty();
		assertThat(payment.status()).isEqualTo(PaymentStatus.UNKNOWN);
	}

	@Test
	void aRequestNobodyCameBackFromIsUnknownAfterAWhile() {
		var early = aRequestedPayment();
		var late = aRequestedPayment();

		assertThat(conclude(early, SOON, OPEN)).isEmpty();
		assertThat(conclude(late, NOON.plusSeconds(15), OPEN)).hasExactlyElementsOfTypes(PaymentEvent.Lost.class);
	}

	@Test
	void whatCouldNotBeCancelledBecauseItWasNeverChargedIsDeclined() {
		var payment = anUnknownPayment();
		conclude(payment, LATE, OPEN, REFUSED, OPEN);

		assertThat(payment.declined()).isEqualTo(Decline.NOT_COMPLETED);
	}

	@Test
	void whatWasChargedAtTheLastMomentIsApproved() {
		var payment = anUnknownPayment();
		conclude(payment, LATE, OPEN, REFUSED, CHARGED);

		assertThat(payment.status()).isEqualTo(PaymentStatus.APPROVED);
	}

	@Test
	void aCancelWithoutAnswerDecidesNothing() {
		var payment = anUnknownPayment();
		conclude(payment, LATE, ABSENT, SILENT, ABSENT);

		assertThat(payment.status()).isEqualTo(PaymentStatus.UNKNOWN);
	}

	@Test
	void aChargeCancelledOverTheNetworkIsRefunded() {
		var payment = anUnknownPayment();

		assertThat(conclude(payment, LATE, ABSENT, CANCELLED)).hasExactlyElementsOfTypes(PaymentEvent.Approved.class,
				PaymentEvent.Refunded.class);
		assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
	}

	@Test
	void aRefundIsFailedOnlyWhenItWasRefusedAndIsNotThere() {
		var refused = aPaymentToRefund();
		var done = aPaymentToRefund();
		conclude(refused, SOON, REFUSED, CHARGED);
		conclude(done, SOON, REFUSED, CANCELLED);

		assertThat(refused.refundState()).isEqualTo(RefundState.FAILED);
		assertThat(done.refundState()).isEqualTo(RefundState.DONE);
	}

	@Test
	void aSettledPaymentIsOnlyAskedFor() {
		assertThat(steps(anApprovedPayment(), LATE, ABSENT)).containsExactly(Kind.ASK);
	}

	private List<Kind> steps(Payment payment, Instant now, ProviderAnswer... answers) {
		return made(payment, now, answers).stream().map(Called::kind).toList();
	}

	private List<PaymentEvent> conclude(Payment payment, Instant now, ProviderAnswer... answers) {
		return process.conclude(payment, made(payment, now, answers), now);
	}

	private List<Called> made(Payment payment, Instant now, ProviderAnswer... answers) {
		var made = new ArrayList<Called>();
		for (var step = process.next(payment, made, now); step != NextStep.CONCLUDE; step = process.next(payment, made,
				now)) {
			made.add(new Called(Kind.valueOf(step.name()), answers[made.size()]));
		}
		return made;
	}

}
