package dev.jangteo.payment.paying;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import dev.jangteo.payment.orders.MemberId;
import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.provider.Cancellation;
import dev.jangteo.payment.provider.Charge;
import dev.jangteo.payment.provider.Decline;
import dev.jangteo.payment.provider.PaymentKey;
import dev.jangteo.payment.provider.ProviderPayment;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * One try to pay an order by card. It is requested, written down, and only then is the
 * provider asked. From then on it only ever learns: whatever the provider says, as an
 * answer, when asked back or after a webhook, doubled, late or out of order, leads to the
 * same end. A charge makes it approved, refunds take it to refunded; without an answer it
 * is unknown until the provider is found to have charged it or not.
 * <p>
 * A payment that was given up as not charged stays declined for everybody else even if it
 * turns out to be charged: then it only gives the money back.
 * <p>
 * Every verb answers what has happened, or nothing where that had happened before.
 */
@Entity
@DynamicUpdate
@Table(name = "payments")
class Payment {

	@Id
	private UUID id;

	@Version
	private long version;

	private UUID orderId;

	private UUID memberId;

	@Enumerated(EnumType.STRING)
	private PaymentStatus status;

	private String currency;

	private BigDecimal amount;

	private BigDecimal refunded;

	@Enumerated(EnumType.STRING)
	private RefundState refundState;

	@Enumerated(EnumType.STRING)
	private @Nullable RefundCause refundCause;

	private String paymentKey;

	private String requestKey;

	private @Nullable String category;

	@Enumerated(EnumType.STRING)
	private @Nullable Decline decline;

	private Instant requestedAt;

	private @Nullable Instant approvedAt;

	private Instant updatedAt;

	protected Payment() {
	}

	private Payment(PaymentId id, Confirmation wanted, @Nullable String category, Instant when) {
		this.id = id.value();
		this.version = 1;
		this.orderId = wanted.order().value();
		this.memberId = wanted.member().value();
		this.status = PaymentStatus.REQUESTED;
		this.currency = wanted.amount().currency().getCurrencyCode();
		this.amount = wanted.amount().amount();
		this.refunded = BigDecimal.ZERO;
		this.refundState = RefundState.NONE;
		this.paymentKey = wanted.key().value();
		this.requestKey = wanted.requestKey();
		this.category = category;
		this.requestedAt = when;
		this.updatedAt = when;
	}

	/**
	 * What a shopper has confirmed, to be written down before the provider is asked.
	 * @param category of what was ordered, if known
	 */
	static Payment request(Confirmation wanted, @Nullable String category, Instant when) {
		return new Payment(PaymentId.next(), wanted, category, when);
	}

	/**
	 * The provider shows the payment as it has it. A payment of another order or amount
	 * is not ours to learn from.
	 */
	List<PaymentEvent> learn(ProviderPayment said, Instant when) {
		if (!isAbout(said) || decline == Decline.NOT_SENT) {
			return List.of();
		}
		return switch (said.standing()) {
			case OPEN -> List.of();
			case ENDED -> decline(Decline.NOT_COMPLETED, when).stream().toList();
			case CHARGED -> charged(said, when);
		};
	}

	/** Whether the provider's payment is the one we have asked for. */
	boolean isAbout(ProviderPayment said) {
		return said.key().value().equals(paymentKey) && said.order().equals(order()) && said.total().equals(amount());
	}

	/** The provider refuses, or never was asked. Only what is open can be declined. */
	Optional<PaymentEvent> decline(Decline reason, Instant when) {
		if (!status.isOpen()) {
			return Optional.empty();
		}
		status = PaymentStatus.DECLINED;
		decline = reason;
		updatedAt = when;
		return Optional.of(new PaymentEvent.Declined(reason, when));
	}

	/** No answer has come. */
	Optional<PaymentEvent> lose(Instant when) {
		if (status != PaymentStatus.REQUESTED) {
			return Optional.empty();
		}
		status = PaymentStatus.UNKNOWN;
		updatedAt = when;
		return Optional.of(new PaymentEvent.Lost(when));
	}

	/**
	 * All of it is to be given back, if it was charged and that was not wanted before.
	 */
	Optional<PaymentEvent> refund(RefundCause cause, Instant when) {
		var isCharged = status == PaymentStatus.APPROVED || status == PaymentStatus.PARTIALLY_REFUNDED;
		return (isCharged && refundState == RefundState.NONE) ? Optional.of(requestRefund(cause, when))
				: Optional.empty();
	}

	/** The provider refuses to give it back. */
	Optional<PaymentEvent> refuseRefund(Instant when) {
		if (refundState != RefundState.REQUESTED) {
			return Optional.empty();
		}
		refundState = RefundState.FAILED;
		updatedAt = when;
		return Optional.of(new PaymentEvent.RefundFailed(when));
	}

	private List<PaymentEvent> charged(ProviderPayment said, Instant when) {
		var facts = new ArrayList<PaymentEvent>();
		if (status.isOpen()) {
			status = PaymentStatus.APPROVED;
			approvedAt = (said.approvedAt() != null) ? said.approvedAt() : when;
			facts.add(new PaymentEvent.Approved(amount(), when));
		}
		else if (status == PaymentStatus.DECLINED && approvedAt == null) {
			approvedAt = (said.approvedAt() != null) ? said.approvedAt() : when;
			facts.add(new PaymentEvent.ChargedLate(amount(), when));
			facts.add(requestRefund(RefundCause.CHARGED_LATE, when));
		}
		var back = said.refunded().minus(refunded());
		if (back.isPositive()) {
			facts.add(giveBack(back, said.refunded(), when));
		}
		if (!facts.isEmpty()) {
			updatedAt = when;
		}
		return facts;
	}

	private PaymentEvent requestRefund(RefundCause cause, Instant when) {
		refundState = RefundState.REQUESTED;
		refundCause = cause;
		updatedAt = when;
		return new PaymentEvent.RefundRequested(cause, when);
	}

	private PaymentEvent giveBack(Money back, Money inAll, Instant when) {
		refunded = inAll.amount();
		var isAll = inAll.equals(amount());
		if (isAll) {
			refundState = RefundState.DONE;
		}
		if (status != PaymentStatus.DECLINED) {
			status = isAll ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED;
		}
		return new PaymentEvent.Refunded(back, inAll, when);
	}

	/** Whether somebody wants the very same. */
	boolean wants(Confirmation wanted) {
		return wanted.key().equals(key()) && wanted.order().equals(order()) && wanted.amount().equals(amount());
	}

	/** Whether it was given up so recently that it may still be charged late. */
	boolean isWatched(Instant now, Duration watchFor) {
		return decline == Decline.NOT_COMPLETED && refundState == RefundState.NONE
				&& now.isBefore(requestedAt.plus(watchFor));
	}

	PaymentId id() {
		return new PaymentId(id);
	}

	long version() {
		return version;
	}

	PaymentStatus status() {
		return status;
	}

	RefundState refundState() {
		return refundState;
	}

	OrderId order() {
		return new OrderId(orderId);
	}

	Money amount() {
		return Money.of(amount, currency);
	}

	Money refunded() {
		return Money.of(refunded, currency);
	}

	PaymentKey key() {
		return new PaymentKey(paymentKey);
	}

	String requestKey() {
		return requestKey;
	}

	Instant requestedAt() {
		return requestedAt;
	}

	/** Of what was ordered, for the live sales. */
	String category() {
		return (category != null && category.matches("[\\p{L}\\p{N}_ -]{1,40}")) ? category : "OTHER";
	}

	@Nullable Decline declined() {
		return decline;
	}

	/** What to charge; the same every time. */
	Charge charge() {
		return new Charge(key(), order(), amount(), "charge-" + id);
	}

	/**
	 * How to give it back: the same every time, until the provider has refused it. From
	 * then on each time is a new one, or the provider would only repeat its refusal.
	 * @param looks how often it was tried
	 */
	Cancellation refund(int looks) {
		var cause = (refundCause != null) ? refundCause : RefundCause.ORDER_CLOSED;
		var once = "refund-%s-%s".formatted(id, cause);
		return new Cancellation(key(), cause.reason(), (refundState == RefundState.FAILED) ? once + "-" + looks : once);
	}

	/** How to take back a charge of which nobody knows whether it came about. */
	Cancellation giveUp() {
		return new Cancellation(key(), "No answer to the payment", "give-up-" + id);
	}

	PaymentView view() {
		return new PaymentView(id(), version, order(), new MemberId(memberId), status, amount(), refunded(),
				refundState, decline, requestedAt, approvedAt, updatedAt);
	}

}
