package dev.jangteo.search.display;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.Delay;

import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Redis that is away is told at once, and found again within a second. */
@Configuration(proxyBeanMethods = false)
class DisplayConfiguration {

	// Whoever waits has a limit of his own; a second timer per command is for nothing.
	@Bean
	LettuceClientOptionsBuilderCustomizer nothingWaitsForAConnection() {
		return (options) -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
			.timeoutOptions(TimeoutOptions.create());
	}

	@Bean
	ClientResourcesBuilderCustomizer connectsAgainSoon() {
		return (resources) -> resources
			.reconnectDelay(Delay.exponential(Duration.ofMillis(10), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS));
	}

}
