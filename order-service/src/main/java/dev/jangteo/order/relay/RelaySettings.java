package dev.jangteo.order.relay;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the streams.
 *
 * @param max streams open at once on this instance
 * @param backlog events that may wait for one slow reader before its stream is ended
 * @param heartbeat pause after which a silent stream shows that it lives
 * @param longest a stream ends after this time at the latest and is to be resumed with a
 * fresh token; no longer than a token lives
 * @param poll pause between two looks at what other instances have done
 */
@ConfigurationProperties("jangteo.orders.streams")
record RelaySettings(@DefaultValue("5000") int max, @DefaultValue("500") int backlog,
		@DefaultValue("15s") Duration heartbeat, @DefaultValue("15m") Duration longest,
		@DefaultValue("200ms") Duration poll) {
}
