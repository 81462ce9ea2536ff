package dev.jangteo.gateway.switching;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param allowedOrigins the only origins a rule may send requests to
 * @param poll how often the rules' version is looked up
 * @param kept a file in which the last known rules survive a restart without Redis
 */
@ConfigurationProperties("jangteo.gateway.switching")
record SwitchSettings(@DefaultValue List<String> allowedOrigins, @DefaultValue("250ms") Duration poll,
		@Nullable String kept) {
}
