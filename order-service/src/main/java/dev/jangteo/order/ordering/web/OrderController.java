package dev.jangteo.order.ordering.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Answer;
import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.CursorPage;
import dev.jangteo.defaults.Cursors;
import dev.jangteo.defaults.Idempotency;
import dev.jangteo.defaults.Problem;
import dev.jangteo.order.ordering.CancelOrder;
import dev.jangteo.order.ordering.CardPayments;
import dev.jangteo.order.ordering.MemberId;
import dev.jangteo.order.ordering.OrderHistory;
import dev.jangteo.order.ordering.OrderId;
import dev.jangteo.order.ordering.OrderView;
import dev.jangteo.order.ordering.PaymentMethod;
import dev.jangteo.order.ordering.PlaceOrder;
import dev.jangteo.order.ordering.PriceOrder;
import dev.jangteo.order.ordering.PricedOrder;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a shopper does with orders.
 */
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {

	private final PriceOrder priceOrder;

	private final PlaceOrder placeOrder;

	private final CancelOrder cancelOrder;

	private final OrderHistory history;

	private final CardPayments cardPayments;

	private final Idempotency idempotency;

	private final OrderMeters meters;

	OrderController(PriceOrder priceOrder, PlaceOrder placeOrder, CancelOrder cancelOrder, OrderHistory history,
			CardPayments cardPayments, Idempotency idempotency, OrderMeters meters) {
		this.priceOrder = priceOrder;
		this.placeOrder = placeOrder;
		this.cancelOrder = cancelOrder;
		this.history = history;
		this.cardPayments = cardPayments;
		this.idempotency = idempotency;
		this.meters = meters;
	}

	@PostMapping
	Answer<OrderView> place(Caller caller,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@Valid @RequestBody OrderForm form) {
		return idempotency.run("place-order", caller, key, form, () -> price(form),
				(priced) -> created(placeOrder.place(new MemberId(caller.memberId()), priced)));
	}

	@GetMapping
	CursorPage<OrderView> list(Caller caller, @RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable Integer limit) {
		var size = Cursors.limit(limit);
		var before = Cursors.decode("orders", cursor, OrderController::position);
		return CursorPage.of(history.ofMember(new MemberId(caller.memberId()), before, size + 1), size,
				(order) -> Cursors.encode("orders", order.id().value()));
	}

	@GetMapping("/{id}")
	OrderView show(Caller caller, @PathVariable UUID id) {
		return history.findOfMember(new MemberId(caller.memberId()), new OrderId(id))
			.orElseThrow(() -> Problem.notFound("order"));
	}

	@PostMapping("/{id}/cancellation")
	OrderView cancel(Caller caller, @PathVariable UUID id) {
		return cancelOrder.cancel(new MemberId(caller.memberId()), new OrderId(id))
			.orElseThrow(() -> Problem.notFound("order"));
	}

	private PricedOrder price(OrderForm form) {
		if (form.paymentMethod() == PaymentMethod.CARD && !cardPayments.areAvailable()) {
			throw Problem.unavailable("card-payment-unavailable",
					"Cards cannot be charged at the moment. The order can be paid on delivery.", Duration.ofSeconds(30))
				.with("alternatives", List.of(PaymentMethod.PAY_ON_DELIVERY));
		}
		return priceOrder.price(form.toWanted());
	}

	static OrderId position(List<String> keys) {
		return new OrderId(UUID.fromString(keys.getFirst()));
	}

	private ResponseEntity<OrderView> created(OrderView order) {
		meters.placed(order);
		return ResponseEntity.created(URI.create("/api/v1/orders/" + order.id().value())).body(order);
	}

}
