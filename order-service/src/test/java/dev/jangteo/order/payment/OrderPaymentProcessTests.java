package dev.jangteo.order.payment;

import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.order.ordering.OrderPayment;
import dev.jangteo.order.ordering.OrderPayment.Refund;
import dev.jangteo.order.ordering.OrderStatus;
import dev.jangteo.order.payment.PaymentTerms.RefundState;
import dev.jangteo.order.payment.PaymentTerms.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrderPaymentProcessTests {

	private static final Money TOTAL = Money.of(20000, "KRW");

	/** Rows: the order. Columns: its payment. */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
			order           | REQUESTED | DECLINED | UNKNOWN | APPROVED | PARTIALLY_REFUNDED | REFUNDED
			PENDING_PAYMENT | wait      | show     | show    | place    | show               | show
			PLACED          | wait      | show     | show    | show     | show               | show
			ACCEPTED        | wait      | show     | show    | show     | show               | show
			DISPATCHED      | wait      | show     | show    | show     | show               | show
			DELIVERED       | wait      | show     | show    | show     | show               | show
			REJECTED        | wait      | show     | show    | show     | show               | show
			CANCELLED       | wait      | show     | show    | show     | show               | show
			EXPIRED         | wait      | show     | show    | show     | show               | show
			""")
	void anOrderDoesWhatItsPaymentMeans(OrderStatus order, String requested, String declined, String unknown,
			String approved, String partiallyRefunded, String refunded) {
		assertThat(step(order, Status.REQUESTED)).isEqualTo(requested);
		assertThat(step(order, Status.DECLINED)).isEqualTo(declined);
		assertThat(step(order, Status.UNKNOWN)).isEqualTo(unknown);
		assertThat(step(order, Status.APPROVED)).isEqualTo(approved);
		assertThat(step(order, Status.PARTIALLY_REFUNDED)).isEqualTo(partiallyRefunded);
		assertThat(step(order, Status.REFUNDED)).isEqualTo(refunded);
	}

	@Test
	void anOrderWithoutAPaymentWaits() {
		assertThat(OrderPaymentProcess.on(OrderStatus.PENDING_PAYMENT, TOTAL, List.of()))
			.isEqualTo(new NextStep.Wait());
	}

	@ParameterizedTest
	@CsvSource({ "19999,KRW", "20001,KRW", "20000,JPY" })
	void anotherSumThanTheTotalPlacesNothing(long amount, String currency) {
		var payment = new PaymentTerms(UUID.randomUUID(), Status.APPROVED, Money.of(amount, currency),
				RefundState.NONE);

		assertThat(OrderPaymentProcess.on(OrderStatus.PENDING_PAYMENT, TOTAL, List.of(payment)))
			.isEqualTo(new NextStep.Distrust(new OrderPayment(OrderPayment.Status.APPROVED, Refund.NONE)));
	}

	@Test
	void thePaymentThatWasNotDeclinedCountsWhateverComesBesides() {
		var payments = List.of(payment(Status.DECLINED), payment(Status.APPROVED), payment(Status.DECLINED));

		assertThat(OrderPaymentProcess.on(OrderStatus.PENDING_PAYMENT, TOTAL, payments))
			.isInstanceOf(NextStep.Place.class);
		assertThat(OrderPaymentProcess.on(OrderStatus.PLACED, TOTAL, payments))
			.isEqualTo(new NextStep.Show(new OrderPayment(OrderPayment.Status.APPROVED, Refund.NONE)));
	}

	@Test
	void aSecondTryIsWaitedFor() {
		var payments = List.of(payment(Status.DECLINED), payment(Status.REQUESTED));

		assertThat(OrderPaymentProcess.on(OrderStatus.PENDING_PAYMENT, TOTAL, payments)).isEqualTo(new NextStep.Wait());
	}

	@ParameterizedTest
	@EnumSource
	void aRefundIsShownAndOneThatFailedIsStillOwed(RefundState state) {
		var payment = new PaymentTerms(UUID.randomUUID(), Status.APPROVED, TOTAL, state);
		var shown = switch (state) {
			case NONE -> Refund.NONE;
			case REQUESTED, FAILED -> Refund.REQUESTED;
			case DONE -> Refund.DONE;
		};

		assertThat(OrderPaymentProcess.on(OrderStatus.REJECTED, TOTAL, List.of(payment)))
			.isEqualTo(new NextStep.Show(new OrderPayment(OrderPayment.Status.APPROVED, shown)));
	}

	private static String step(OrderStatus order, Status payment) {
		return switch (OrderPaymentProcess.on(order, TOTAL, List.of(payment(payment)))) {
			case NextStep.Wait() -> "wait";
			case NextStep.Show(var shown) -> {
				assertThat(shown.status().name()).isEqualTo(payment.name());
				yield "show";
			}
			case NextStep.Place(var shown) -> {
				assertThat(shown.status()).isEqualTo(OrderPayment.Status.APPROVED);
				yield "place";
			}
			case NextStep.Distrust __ -> "distrust";
		};
	}

	private static PaymentTerms payment(Status status) {
		return new PaymentTerms(UUID.randomUUID(), status, TOTAL, RefundState.NONE);
	}

}
