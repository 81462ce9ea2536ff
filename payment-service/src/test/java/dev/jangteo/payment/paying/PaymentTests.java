package dev.jangteo.payment.paying;

import java.util.List;
import java.util.Random;

import dev.jangteo.payment.provider.Decline;
import dev.jangteo.payment.provider.PaymentKey;
import dev.jangteo.payment.provider.ProviderPayment.Standing;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static dev.jangteo.payment.paying.PaymentFixtures.NOON;
import static dev.jangteo.payment.paying.PaymentFixtures.aDeclinedPayment;
import static dev.jangteo.payment.paying.PaymentFixtures.aGivenUpPayment;
import static dev.jangteo.payment.paying.PaymentFixtures.aPaymentToRefund;
import static dev.jangteo.payment.paying.PaymentFixtures.aRequestedPayment;
import static dev.jangteo.payment.paying.PaymentFixtures.anApprovedPayment;
import static dev.jangteo.payment.paying.PaymentFixtures.anUnknownPayment;
import static dev.jangteo.payment.paying.PaymentFixtures.charged;
import static dev.jangteo.payment.paying.PaymentFixtures.declined;
import static dev.jangteo.payment.paying.PaymentFixtures.ended;
import static dev.jangteo.payment.paying.PaymentFixtures.open;
import static dev.jangteo.payment.paying.PaymentFixtures.said;
import static dev.jangteo.payment.paying.PaymentFixtures.won;
import static org.assertj.core.api.Assertions.assertThat;

class PaymentTests {

	@Test
	void aChargeApprovesWhatIsOpenOnce() {
		for (var payment : List.of(aRequestedPayment(), anUnknownPayment())) {
			assertThat(payment.learn(charged(0), NOON)).containsExactly(new PaymentEvent.Approved(won(18000), NOON));
			assertThat(payment.status()).isEqualTo(PaymentStatus.APPROVED);
			assertThat(payment.learn(charged(0), NOON)).isEmpty();
		}
	}

	@Test
	void aPaymentTheShopperIsStillAtTeachesNothing() {
		var payment = anUnknownPayment();

		assertThat(payment.learn(open(), NOON)).isEmpty();
		assertThat(payment.status()).isEqualTo(PaymentStatus.UNKNOWN);
	}

	@Test
	void aPaymentTheProviderHasEndedIsDeclined() {
		var payment = anUnknownPayment();

		assertThat(payment.learn(ended(), NOON))
			.containsExactly(new PaymentEvent.Declined(Decline.NOT_COMPLETED, NOON));
	}

	@Test
	void anotherPaymentsAnswerTeachesNothing() {
		var payment = anUnknownPayment();

		assertThat(payment.learn(said(Standing.CHARGED, new PaymentKey("another"), 18000, 18000), NOON)).isEmpty();
		assertThat(payment.learn(said(Standing.CHARGED, PaymentFixtures.KEY, 17000, 17000), NOON)).isEmpty();
		assertThat(payment.status()).isEqualTo(PaymentStatus.UNKNOWN);
	}

	@Test
	void onlyWhatIsOpenIsDeclinedOrLost() {
		for (var payment : List.of(anApprovedPayment(), aDeclinedPayment(), aPaymentToRefund())) {
			var before = payment.status();
			assertThat(payment.decline(Decline.NOT_COMPLETED, NOON)).isEmpty();
			assertThat(payment.lose(NOON)).isEmpty();
			assertThat(payment.status()).isEqualTo(before);
		}
	}

	@Test
	void anApprovedPaymentIsRefundedOnce() {
		var payment = anApprovedPayment();

		assertThat(payment.refund(RefundCause.ORDER_CLOSED, NOON)).isPresent();
		assertThat(payment.refund(RefundCause.ORDER_CLOSED, NOON)).isEmpty();
		assertThat(payment.learn(charged(18000), NOON))
			.containsExactly(new PaymentEvent.Refunded(won(18000), won(18000), NOON));
		assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
		assertThat(payment.refundState()).isEqualTo(RefundState.DONE);
		assertThat(payment.refund(RefundCause.ORDER_CLOSED, NOON)).isEmpty();
	}

	@Test
	void whatIsNotChargedIsNotRefunded() {
		for (var payment : List.of(aRequestedPayment(), anUnknownPayment(), aDeclinedPayment())) {
			assertThat(payment.refund(RefundCause.ORDER_CLOSED, NOON)).isEmpty();
		}
	}

	@Test
	void aGivenUpPaymentThatIsChargedStaysDeclinedAndGivesItBack() {
		var payment = aGivenUpPayment();

		assertThat(payment.learn(charged(0), NOON)).containsExactly(new PaymentEvent.ChargedLate(won(18000), NOON),
				new PaymentEvent.RefundRequested(RefundCause.CHARGED_LATE, NOON));
		assertThat(payment.learn(charged(0), NOON)).isEmpty();
		assertThat(payment.learn(charged(18000), NOON)).hasSize(1);
		assertThat(payment.status()).isEqualTo(PaymentStatus.DECLINED);
		assertThat(payment.refundState()).isEqualTo(RefundState.DONE);
	}

	@Test
	void whatNeverLeftTheHouseLearnsNothing() {
		assertThat(declined(Decline.NOT_SENT).learn(charged(0), NOON)).isEmpty();
	}

	@Test
	void aRefusedRefundIsAskedForAnewUnderAnotherKey() {
		var payment = aPaymentToRefund();
		var first = payment.refund(1).once();

		assertThat(payment.refund(2).once()).isEqualTo(first);
		assertThat(payment.refuseRefund(NOON)).isPresent();
		assertThat(payment.refuseRefund(NOON)).isEmpty();
		assertThat(payment.refundState()).isEqualTo(RefundState.FAILED);
		assertThat(payment.refund(3).once()).isNotEqualTo(first).isNotEqualTo(payment.refund(4).once());
	}

	@RepeatedTest(200)
	void answersInAnyOrderAndNumberEndAlike(RepetitionInfo repetition) {
		var random = new Random(repetition.getCurrentRepetition());
		var answers = List.of(open(), charged(0), charged(5000), charged(18000));
		var payment = random.nextBoolean() ? aRequestedPayment() : anUnknownPayment();
		var back = 0L;
		var approvals = 0;
		for (var i = 0; i < 12; i++) {
			var answer = (i == 11) ? charged(18000) : answers.get(random.nextInt(answers.size()));
			for (var fact : payment.learn(answer, NOON)) {
				back += (fact instanceof PaymentEvent.Refunded some) ? some.amount().amount().longValueExact() : 0;
				approvals += (fact instanceof PaymentEvent.Approved) ? 1 : 0;
			}
		}

		assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
		assertThat(back).isEqualTo(18000);
		assertThat(approvals).isEqualTo(1);
	}

	@Test
	void theProvidersKeyIsNeverShown() {
		assertThat(PaymentFixtures.aConfirmation().toString()).doesNotContain(PaymentFixtures.KEY.value());
		assertThat(charged(0).toString()).doesNotContain(PaymentFixtures.KEY.value());
		assertThat(anApprovedPayment().charge().toString()).doesNotContain(PaymentFixtures.KEY.value());
	}

}
