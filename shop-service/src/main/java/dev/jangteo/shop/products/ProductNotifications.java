package dev.jangteo.shop.products;

import java.util.UUID;

import dev.jangteo.events.NotificationLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The only exit of this module: tells the others that a product is another than before.
 */
@Component
class ProductNotifications {

	static final String AGGREGATE = "product";

	private final NotificationLog log;

	ProductNotifications(NotificationLog log) {
		this.log = log;
	}

	void listed(UUID id, long version) {
		this.log.append(AGGREGATE, "listed", id, version);
	}

	void changed(UUID id, long version) {
		this.log.append(AGGREGATE, "changed", id, version);
	}

	/** Its end is one version more than anything that was ever read of it. */
	void removed(UUID id, long lastVersion) {
		this.log.append(AGGREGATE, "removed", id, lastVersion + 1);
	}

	/** To be called where SQL itself appends, in the same transaction. */
	@Nullable String appending() {
		return this.log.appending();
	}

}
