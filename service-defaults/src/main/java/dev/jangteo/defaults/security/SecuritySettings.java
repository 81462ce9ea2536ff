package dev.jangteo.defaults.security;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of {@code jangteo.security}.
 *
 * @param serviceSecret signs and checks the tokens between services, at least 32 bytes
 * @param jwksUri where the public keys for members' tokens are published
 * @param issuer the issuer of members' tokens
 * @param rememberedTokens how many verified tokens are remembered until they expire
 * @param keysRefresh how often the public keys are fetched again
 * @param keysOutage how long known keys are used while they cannot be fetched
 */
@ConfigurationProperties("jangteo.security")
record SecuritySettings(@Nullable String serviceSecret, @Nullable URI jwksUri, @DefaultValue("jangteo") String issuer,
		@DefaultValue("20000") int rememberedTokens, @DefaultValue("5m") Duration keysRefresh,
		@DefaultValue("7d") Duration keysOutage) {

}
