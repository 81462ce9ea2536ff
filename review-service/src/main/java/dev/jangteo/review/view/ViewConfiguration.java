package dev.jangteo.review.view;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.jangteo.defaults.PublicRoutes;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;

import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Redis that is away is told at once, and found again within a second. */
@Configuration(proxyBeanMethods = false)
class ViewConfiguration {

	@Bean
	PublicRoutes reviewsAreOpen() {
		return PublicRoutes.of("GET /api/v1/shops/{id}/reviews", "GET /api/v1/shops/{id}/reviews/summary");
	}

	@Bean
	LettuceClientOptionsBuilderCustomizer nothingWaitsForAConnection() {
		return (options) -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
	}

	@Bean
	ClientResourcesBuilderCustomizer connectsAgainSoon() {
		return (resources) -> resources
			.reconnectDelay(Delay.exponential(Duration.ofMillis(10), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS));
	}

}
