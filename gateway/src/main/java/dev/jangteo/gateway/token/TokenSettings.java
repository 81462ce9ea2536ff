package dev.jangteo.gateway.token;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param jwksUri where member-service publishes its keys
 * @param issuer who must have issued a token
 * @param remembered how many verified tokens are remembered at most
 * @param clockSkew by how much clocks may differ
 * @param keysRefresh how often the keys are fetched again
 */
@ConfigurationProperties("jangteo.security")
record TokenSettings(URI jwksUri, @DefaultValue("jangteo") String issuer, @DefaultValue("20000") int remembered,
		@DefaultValue("5s") Duration clockSkew, @DefaultValue("5m") Duration keysRefresh) {

	TokenSettings {
		if (jwksUri == null) {
			throw new IllegalStateException(
					"JANGTEO_SECURITY_JWKS_URI is not set: the gateway needs member-service's keys to check tokens.");
		}
	}

}
