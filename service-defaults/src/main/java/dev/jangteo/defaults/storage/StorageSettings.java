package dev.jangteo.defaults.storage;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files are kept.
 *
 * @param endpoint null for Amazon's own
 * @param accessKey null to find credentials as the SDK does, e.g. those of the machine's
 * role
 * @param bucket made at first use when it is missing
 * @param callTimeout longest time one question may take, all attempts together
 */
@ConfigurationProperties("jangteo.storage")
record StorageSettings(@Nullable URI endpoint, @DefaultValue("us-east-1") String region, String bucket,
		@Nullable String accessKey, @Nullable String secretKey, @DefaultValue("1m") Duration callTimeout) {
}
