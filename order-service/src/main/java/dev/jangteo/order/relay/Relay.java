package dev.jangteo.order.relay;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import dev.jangteo.order.catalog.ShopId;
import dev.jangteo.order.ordering.OrderChanges;
import dev.jangteo.order.ordering.OrderChanges.Place;
import dev.jangteo.order.ordering.OrderStatus;
import dev.jangteo.order.ordering.OrderView;
import dev.jangteo.order.relay.RelayCursor.Stage;

import org.springframework.stereotype.Component;

/**
 * What a terminal has not seen yet, page by page. Few pages are read at a time: when all
 * terminals come back after a restart, orders must still find a connection.
 */
@Component
class Relay {

	private static final int AT_A_TIME = 3;

	private final OrderChanges changes;

	private final Semaphore turns = new Semaphore(AT_A_TIME, true);

	Relay(OrderChanges changes) {
		this.changes = changes;
	}

	/** Where a terminal begins that has seen nothing. */
	RelayCursor begin() {
		return inTurn(() -> RelayCursor.fresh(changes.horizon()));
	}

	/** The next page behind a cursor. */
	RelayPage read(ShopId shop, RelayCursor cursor, int limit) {
		return inTurn(() -> switch (cursor.stage()) {
			case NOT_YET_TAKEN -> open(shop, cursor, limit, Set.of(OrderStatus.PLACED), Stage.OPEN);
			case OPEN -> open(shop, cursor, limit, Set.of(OrderStatus.ACCEPTED, OrderStatus.DISPATCHED), Stage.CHANGES);
			case CHANGES -> changed(shop, cursor.place(), limit);
		});
	}

	private RelayPage open(ShopId shop, RelayCursor cursor, int limit, Set<OrderStatus> statuses, Stage following) {
		var place = cursor.place();
		var orders = changes.open(shop, statuses, place.order(), limit);
		var next = (orders.size() == limit)
				? new RelayCursor(cursor.stage(), new Place(place.transaction(), orders.getLast().id().value()))
				: new RelayCursor(following, Place.before(place.transaction()));
		return new RelayPage(orders, next, next, true);
	}

	private RelayPage changed(ShopId shop, Place place, int limit) {
		var page = changes.ofShop(shop, place, limit);
		return new RelayPage(page.orders(), RelayCursor.at(page.last()), RelayCursor.at(page.safe()), page.more());
	}

	private <T> T inTurn(Supplier<T> reading) {
		turns.acquireUninterruptibly();
		try {
			return reading.get();
		}
		finally {
			turns.release();
		}
	}

	/**
	 * Orders a terminal has not seen.
	 *
	 * @param next where to read on at once
	 * @param safe where to read on at any later time, and miss nothing
	 * @param more whether to read on at once
	 */
	record RelayPage(List<OrderView> orders, RelayCursor next, RelayCursor safe, boolean more) {

		/** Whether nothing can appear before the end of this page any more. */
		boolean isSettled() {
			return safe.equals(next);
		}

		/**
		 * Whether one who keeps only the safe cursor gets further by reading on at once.
		 */
		boolean goesOn() {
			return more && isSettled();
		}

	}

}
