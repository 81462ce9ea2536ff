package dev.jangteo.shop.shops;

import dev.jangteo.events.NotificationLog;
import org.springframework.stereotype.Component;

/**
 * The only exit of this module: tells the others that a shop is another than before.
 */
@Component
class ShopNotifications {

	static final String AGGREGATE = "shop";

	private final NotificationLog log;

	ShopNotifications(NotificationLog log) {
		this.log = log;
	}

	void founded(Shop shop) {
		append("founded", shop, shop.version());
	}

	void changed(Shop shop) {
		append("changed", shop, shop.version());
	}

	/** Its end is one version more than anything that was ever read of it. */
	void closed(Shop shop) {
		append("closed", shop, shop.version() + 1);
	}

	private void append(String change, Shop shop, long version) {
		this.log.append(AGGREGATE, change, shop.id().value(), version);
	}

}
