package dev.jangteo.payment.verification;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is compared.
 *
 * @param window how far back
 * @param grace how long a difference may last, since everything takes its time
 */
@ConfigurationProperties("jangteo.verification")
record VerificationSettings(@DefaultValue("1d") Duration window, @DefaultValue("2m") Duration grace) {
}
