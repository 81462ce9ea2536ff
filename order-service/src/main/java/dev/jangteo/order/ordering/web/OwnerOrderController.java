package dev.jangteo.order.ordering.web;

import java.util.Optional;
import java.util.UUID;

import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.CursorPage;
import dev.jangteo.defaults.Cursors;
import dev.jangteo.defaults.PlainText;
import dev.jangteo.defaults.Problem;
import dev.jangteo.order.catalog.Menus;
import dev.jangteo.order.catalog.ShopId;
import dev.jangteo.order.ordering.AnswerOrder;
import dev.jangteo.order.ordering.MemberId;
import dev.jangteo.order.ordering.OrderHistory;
import dev.jangteo.order.ordering.OrderId;
import dev.jangteo.order.ordering.OrderStatus;
import dev.jangteo.order.ordering.OrderView;
import dev.jangteo.order.ordering.Rejection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an owner does with the orders of a shop.
 */
@RestController
@RequestMapping("/api/v1/owner/orders")
class OwnerOrderController {

	private final AnswerOrder answers;

	private final OrderHistory history;

	private final Menus menus;

	OwnerOrderController(AnswerOrder answers, OrderHistory history, Menus menus) {
		this.answers = answers;
		this.history = history;
		this.menus = menus;
	}

	@GetMapping
	CursorPage<OrderView> list(Caller caller, @RequestParam UUID shopId,
			@RequestParam(required = false) @Nullable OrderStatus status,
			@RequestParam(required = false) @Nullable String cursor,
			@RequestParam(required = false) @Nullable Integer limit) {
		var shop = menus.requireOwned(new ShopId(shopId), caller.memberId());
		var list = "owner-orders:%s:%s".formatted(shopId, status);
		var size = Cursors.limit(limit);
		var before = Cursors.decode(list, cursor, OrderController::position);
		return CursorPage.of(history.ofShop(shop, status, before, size + 1), size,
				(order) -> Cursors.encode(list, order.id().value()));
	}

	@GetMapping("/{id}")
	OrderView show(Caller caller, @PathVariable UUID id) {
		return found(history.findOfOwner(new MemberId(caller.memberId()), new OrderId(id)));
	}

	@PostMapping("/{id}/acceptance")
	OrderView accept(Caller caller, @PathVariable UUID id, @Valid @RequestBody AcceptanceForm form) {
		return found(answers.accept(new MemberId(caller.memberId()), new OrderId(id), form.minutes()));
	}

	@PostMapping("/{id}/rejection")
	OrderView reject(Caller caller, @PathVariable UUID id, @Valid @RequestBody RejectionForm form) {
		return found(answers.reject(new MemberId(caller.memberId()), new OrderId(id),
				new Rejection(form.reason(), form.message())));
	}

	@PostMapping("/{id}/dispatch")
	OrderView dispatch(Caller caller, @PathVariable UUID id) {
		return found(answers.dispatch(new MemberId(caller.memberId()), new OrderId(id)));
	}

	@PostMapping("/{id}/delivery")
	OrderView deliver(Caller caller, @PathVariable UUID id) {
		return found(answers.deliver(new MemberId(caller.memberId()), new OrderId(id)));
	}

	private static OrderView found(Optional<OrderView> order) {
		return order.orElseThrow(() -> Problem.notFound("order"));
	}

	/**
	 * The shop takes an order.
	 *
	 * @param minutes until it is ready
	 */
	record AcceptanceForm(@NotNull @Min(1) @Max(240) Integer minutes) {
	}

	record RejectionForm(@NotNull Rejection.Reason reason,
			@PlainText(max = 300, blank = true) @Nullable String message) {
	}

}
