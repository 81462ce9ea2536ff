package dev.jangteo.order.relay;

import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.Cursors;
import dev.jangteo.defaults.Problem;
import dev.jangteo.order.catalog.Menus;
import dev.jangteo.order.catalog.ShopId;
import dev.jangteo.order.ordering.MemberId;
import dev.jangteo.order.ordering.OrderHistory;
import dev.jangteo.order.ordering.OrderId;
import dev.jangteo.order.ordering.OrderView;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The order relay.
 */
@RestController
@RequestMapping("/api/v1")
class OrderStreamController {

	private final OrderStreams streams;

	private final Relay relay;

	private final OrderHistory history;

	private final Menus menus;

	OrderStreamController(OrderStreams streams, Relay relay, OrderHistory history, Menus menus) {
		this.streams = streams;
		this.relay = relay;
		this.history = history;
		this.menus = menus;
	}

	@GetMapping(path = "/owner/orders/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter ofShop(Caller caller, @RequestParam UUID shopId,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
		var shop = menus.requireOwned(new ShopId(shopId), caller.memberId());
		return streams.ofShop(shop, RelayCursor.decode(shop, lastEventId));
	}

	@GetMapping("/owner/orders/changes")
	Changes changes(Caller caller, @RequestParam UUID shopId, @RequestParam(required = false) @Nullable String since,
			@RequestParam(required = false) @Nullable Integer limit) {
		var shop = menus.requireOwned(new ShopId(shopId), caller.memberId());
		var size = Cursors.limit(limit);
		var cursor = RelayCursor.decode(shop, since);
		var page = relay.read(shop, (cursor != null) ? cursor : relay.begin(), size);
		return new Changes(page.orders(), page.safe().encode(shop), page.goesOn());
	}

	/** After the end of its order a reader that comes back is told to stay away. */
	@GetMapping(path = "/orders/{id}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	ResponseEntity<SseEmitter> ofOrder(Caller caller, @PathVariable UUID id,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
		var seen = version(lastEventId);
		var order = present(caller, id);
		if (order.isOver() && seen >= order.version()) {
			return ResponseEntity.noContent().build();
		}
		return ResponseEntity.ok(streams.ofOrder(order, () -> present(caller, id), seen));
	}

	private OrderView present(Caller caller, UUID id) {
		return history.findOfMember(new MemberId(caller.memberId()), new OrderId(id))
			.orElseThrow(() -> Problem.notFound("order"));
	}

	private static long version(@Nullable String lastEventId) {
		if (lastEventId == null || lastEventId.isEmpty()) {
			return 0;
		}
		if (!lastEventId.matches("[0-9]{1,18}")) {
			throw Problem.invalid("Last-Event-ID", "must be the id of an event of this stream");
		}
		return Long.parseLong(lastEventId);
	}

	/**
	 * A page of the polling twin of the stream.
	 *
	 * @param since what to give next time
	 * @param more whether to ask again at once
	 */
	record Changes(List<OrderView> items, String since, boolean more) {
	}

}
