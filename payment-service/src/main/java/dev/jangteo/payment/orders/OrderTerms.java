package dev.jangteo.payment.orders;

import java.time.Instant;
import java.util.UUID;

import dev.jangteo.defaults.Money;
import org.jspecify.annotations.Nullable;

/**
 * What we use of an order. These fields are all we keep of it.
 *
 * @param ownerId who runs the shop and is paid for the order
 * @param itemsTotal what commission is taken of
 * @param total what the shopper pays
 * @param category of the shop, if order-service tells it
 * @param deliveredAt when it was handed over, if it was
 */
public record OrderTerms(UUID shopId, MemberId ownerId, MemberId memberId, OrderStatus status,
		PaymentMethod paymentMethod, Money itemsTotal, Money total, @Nullable String category,
		@Nullable Instant deliveredAt) {
}
