package dev.jangteo.order.ordering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import dev.jangteo.defaults.Money;
import dev.jangteo.order.catalog.ProductId;
import dev.jangteo.order.catalog.ShopId;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * An order. It is placed with its prices fixed, or waits unseen for its payment first. A
 * placed one waits for the shop's answer; an accepted one is dispatched and delivered.
 * Until it is accepted the shop may reject it, the shopper may cancel it, and it expires
 * when nobody acts in time. What it holds of the stock is free again in each of these
 * cases. Nothing happens to it afterwards, but that money may go back.
 * <p>
 * Every verb answers what has happened, or nothing where that had happened before, and
 * refuses where it may not.
 */
@Entity
@DynamicUpdate
@Table(name = "orders")
class Order {

	@Id
	private UUID id;

	@Version
	private long version;

	private UUID shopId;

	private String shopName;

	private UUID ownerId;

	private UUID memberId;

	@Enumerated(EnumType.STRING)
	private OrderStatus status;

	@Enumerated(EnumType.STRING)
	private PaymentMethod paymentMethod;

	private String currency;

	private BigDecimal itemsTotal;

	private BigDecimal deliveryFee;

	private BigDecimal total;

	@Convert(converter = JsonColumns.Lines.class)
	@Column(updatable = false)
	private OrderLines lines;

	@Convert(converter = JsonColumns.DeliveryColumn.class)
	@Column(updatable = false)
	private Delivery delivery;

	private @Nullable String wish;

	private Instant placedAt;

	private @Nullable Instant expiresAt;

	private @Nullable Instant acceptedAt;

	private @Nullable Integer readyMinutes;

	private @Nullable Instant dispatchedAt;

	private @Nullable Instant deliveredAt;

	private @Nullable Instant closedAt;

	@Enumerated(EnumType.STRING)
	private Rejection.@Nullable Reason rejectionReason;

	private @Nullable String rejectionMessage;

	@Enumerated(EnumType.STRING)
	private OrderPayment.@Nullable Status paymentStatus;

	@Enumerated(EnumType.STRING)
	private OrderPayment.@Nullable Refund refund;

	private Instant updatedAt;

	protected Order() {
	}

	private Order(OrderId id, MemberId member, PricedOrder price, OrderStatus status, Instant expiresAt) {
		var wanted = price.draft().wanted();
		var shop = price.draft().menu().shop();
		this.id = id.value();
		this.version = 1;
		this.shopId = wanted.shop().value();
		this.shopName = shop.name();
		this.ownerId = shop.ownerId();
		this.memberId = member.value();
		this.status = status;
		this.paymentMethod = wanted.paymentMethod();
		this.currency = price.total().currency().getCurrencyCode();
		this.itemsTotal = price.itemsTotal().amount();
		this.deliveryFee = price.deliveryFee().amount();
		this.total = price.total().amount();
		this.lines = price.lines();
		this.delivery = wanted.delivery();
		this.wish = wanted.wish();
		this.placedAt = price.draft().when();
		this.expiresAt = expiresAt;
		this.updatedAt = price.draft().when();
	}

	/** An order at the prices given. A card order waits for its payment first. */
	static Order place(OrderId id, MemberId member, PricedOrder price, Deadlines deadlines) {
		var when = price.draft().when();
		return switch (price.draft().wanted().paymentMethod()) {
			case PAY_ON_DELIVERY -> new Order(id, member, price, OrderStatus.PLACED, deadlines.forAnswer(when));
			case CARD -> new Order(id, member, price, OrderStatus.PENDING_PAYMENT, deadlines.forPayment(when));
		};
	}

	/** The payment has arrived; from now on the shop sees the order. */
	Optional<OrderEvent> pay(OrderPayment payment, Instant when, Deadlines deadlines) {
		return moveTo(OrderStatus.PLACED, when, OrderEvent.Paid::new, () -> {
			keep(payment);
			expiresAt = deadlines.forAnswer(when);
		});
	}

	/** Shows what has become of the payment, in whatever state the order is. */
	Optional<OrderEvent> show(OrderPayment payment, Instant when) {
		if (payment.status() == paymentStatus && payment.refund() == refund) {
			return Optional.empty();
		}
		keep(payment);
		updatedAt = when;
		return Optional.of(new OrderEvent.PaymentNoted(id(), when));
	}

	/**
	 * The shop takes it.
	 * @param minutes until it is ready
	 */
	Optional<OrderEvent> accept(int minutes, Instant when) {
		return moveTo(OrderStatus.ACCEPTED, when, OrderEvent.Accepted::new, () -> {
			acceptedAt = when;
			readyMinutes = minutes;
			expiresAt = null;
		});
	}

	Optional<OrderEvent> reject(Rejection rejection, Instant when) {
		return moveTo(OrderStatus.REJECTED, when, OrderEvent.Rejected::new, () -> {
			rejectionReason = rejection.reason();
			rejectionMessage = rejection.message();
			close(when);
		});
	}

	Optional<OrderEvent> dispatch(Instant when) {
		return moveTo(OrderStatus.DISPATCHED, when, OrderEvent.Dispatched::new, () -> dispatchedAt = when);
	}

	Optional<OrderEvent> deliver(Instant when) {
		return moveTo(OrderStatus.DELIVERED, when, OrderEvent.Delivered::new, () -> {
			deliveredAt = when;
			close(when);
		});
	}

	Optional<OrderEvent> cancel(Instant when) {
		return moveTo(OrderStatus.CANCELLED, when, OrderEvent.Cancelled::new, () -> close(when));
	}

	/** Nobody paid or answered in time. Before that time nothing happens. */
	Optional<OrderEvent> expire(Instant when) {
		if (expiresAt == null || when.isBefore(expiresAt)) {
			return Optional.empty();
		}
		return moveTo(OrderStatus.EXPIRED, when, OrderEvent.Expired::new, () -> close(when));
	}

	private Optional<OrderEvent> moveTo(OrderStatus target, Instant when,
			BiFunction<OrderId, Instant, OrderEvent> event, Runnable change) {
		if (status == target) {
			return Optional.empty();
		}
		if (!status.leadsTo(target)) {
			throw new TransitionRefused(status, target);
		}
		status = target;
		updatedAt = when;
		change.run();
		return Optional.of(event.apply(id(), when));
	}

	private void keep(OrderPayment payment) {
		paymentStatus = payment.status();
		refund = payment.refund();
	}

	private void close(Instant when) {
		closedAt = when;
		expiresAt = null;
	}

	OrderId id() {
		return new OrderId(id);
	}

	long version() {
		return version;
	}

	OrderStatus status() {
		return status;
	}

	MemberId member() {
		return new MemberId(memberId);
	}

	/**
	 * Whether this is the owner of the shop, and the order is the shop's business
	 * already.
	 */
	boolean isSeenBy(MemberId member) {
		return owner().equals(member) && status != OrderStatus.PENDING_PAYMENT;
	}

	MemberId owner() {
		return new MemberId(ownerId);
	}

	Map<ProductId, Integer> units() {
		return lines.units();
	}

	OrderLines lines() {
		return lines;
	}

	OrderView view() {
		return new OrderView(id(), version, new ShopId(shopId), shopName, owner(), member(), status, paymentMethod,
				OrderView.Line.of(lines), money(itemsTotal), money(deliveryFee), money(total), delivery, wish, placedAt,
				expiresAt, acceptedAt, readyMinutes, dispatchedAt, deliveredAt, closedAt,
				(rejectionReason != null) ? new Rejection(rejectionReason, rejectionMessage) : null,
				OrderPayment.of(paymentStatus, refund, status), updatedAt);
	}

	private Money money(BigDecimal amount) {
		return Money.of(amount, currency);
	}

}
