package dev.jangteo.payment.settlement;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When days are settled.
 *
 * @param closeAfter how long after its midnight a day is closed
 */
@ConfigurationProperties("jangteo.settlement")
record SettlementSettings(@DefaultValue("1h") Duration closeAfter) {
}
