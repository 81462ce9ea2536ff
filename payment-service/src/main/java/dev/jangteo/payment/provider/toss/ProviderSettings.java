package dev.jangteo.payment.provider.toss;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the provider is, and how long we wait for it.
 *
 * @param secretKey ours, as the user name of Basic authentication
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long a call may take in all
 * @param concurrentCharges how many charges may run at once
 * @param concurrentQuestions how many other calls may run at once
 * @param bulkheadWait how long a call waits for its turn when so many run
 * @param openFor how long the breaker stays open before it tries again
 * @param idleProbe after this long without a call the provider is asked whether it lives
 */
@Validated
@ConfigurationProperties("jangteo.provider")
record ProviderSettings(@NotNull URI url, @NotBlank String secretKey, @DefaultValue("500ms") Duration connectTimeout,
		@DefaultValue("5s") Duration readTimeout, @DefaultValue("64") int concurrentCharges,
		@DefaultValue("32") int concurrentQuestions, @DefaultValue("50ms") Duration bulkheadWait,
		@DefaultValue("2s") Duration openFor, @DefaultValue("5s") Duration idleProbe) {

	@Override
	public String toString() {
		return "ProviderSettings[url=%s]".formatted(url);
	}

}
