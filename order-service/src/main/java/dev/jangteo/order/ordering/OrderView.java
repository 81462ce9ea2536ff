package dev.jangteo.order.ordering;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.jangteo.defaults.Money;
import dev.jangteo.order.catalog.OptionId;
import dev.jangteo.order.catalog.ProductId;
import dev.jangteo.order.catalog.ShopId;
import dev.jangteo.order.ordering.OrderLines.ChosenOption;
import dev.jangteo.order.ordering.OrderLines.OrderLine;
import org.jspecify.annotations.Nullable;

/**
 * An order as its shopper and its shop see it. It holds personal data and goes to nobody
 * else.
 */
public record OrderView(OrderId id, long version, ShopId shopId, String shopName, @JsonIgnore MemberId owner,
		MemberId memberId, OrderStatus status, PaymentMethod paymentMethod, List<Line> lines, Money itemsTotal,
		Money deliveryFee, Money total, Delivery delivery, @Nullable String wish, Instant placedAt,
		@Nullable Instant expiresAt, @Nullable Instant acceptedAt, @Nullable Integer readyMinutes,
		@Nullable Instant dispatchedAt, @Nullable Instant deliveredAt, @Nullable Instant closedAt,
		@Nullable Rejection rejection, @Nullable OrderPayment payment, Instant updatedAt) {

	/** Whether nothing can happen to it any more, and no money is on its way back. */
	@JsonIgnore
	public boolean isOver() {
		return status.isFinal() && (payment == null || payment.refund() != OrderPayment.Refund.REQUESTED);
	}

	@Override
	public String toString() {
		return "OrderView[id=%s, version=%d, status=%s]".formatted(id.value(), version, status);
	}

	/**
	 * A line.
	 *
	 * @param unitPrice for one, options included
	 */
	public record Line(ProductId productId, String title, Money unitPrice, int quantity, List<Option> options,
			Money total) {

		static List<Line> of(OrderLines lines) {
			return lines.lines().stream().map(Line::of).toList();
		}

		private static Line of(OrderLine line) {
			return new Line(line.productId(), line.title(), line.unitPrice(), line.quantity(),
					line.options().stream().map(Option::of).toList(), line.total());
		}

	}

	public record Option(OptionId id, String name, Money extraPrice) {

		private static Option of(ChosenOption option) {
			return new Option(option.id(), option.name(), option.extraPrice());
		}

	}

}
