package dev.jangteo.defaults.security;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.jangteo.defaults.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * How the two kinds of tokens are verified.
 */
final class Decoders {

	private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

	private static final int CONNECT_MILLIS = 1000;

	private static final int READ_MILLIS = 2000;

	private static final int LARGEST_KEY_SET = 64 * 1024;

	private Decoders() {
	}

	/**
	 * The members' public keys: refreshed ahead of time, asked for at once when a token
	 * names an unknown key (but only so often), and kept in use while they cannot be had.
	 */
	static JWKSource<SecurityContext> keys(URI uri, Duration refresh, Duration outage, @Nullable KeysMemory memory) {
		var fetched = fetched(uri);
		return JWKSourceBuilder.create((memory != null) ? new KeptKeys(fetched, memory) : fetched)
			.cache(refresh.toMillis(), Duration.ofSeconds(5).toMillis())
			.refreshAheadCache(Duration.ofSeconds(30).toMillis(), false)
			.rateLimited(Duration.ofSeconds(1).toMillis())
			.retrying(true)
			.outageTolerant(outage.toMillis())
			.build();
	}

	private static JWKSetSource<SecurityContext> fetched(URI uri) {
		try {
			return new URLBasedJWKSetSource<>(uri.toURL(),
					new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_KEY_SET));
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException("'jangteo.security.jwks-uri' is no address", ex);
		}
	}

	static JwtDecoder members(JWKSource<SecurityContext> keys, String issuer) {
		var processor = new DefaultJWTProcessor<SecurityContext>();
		processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
		processor.setJWSKeySelector(new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256), keys));
		// Claims are judged below, in one place.
		processor.setJWTClaimsSetVerifier((_, _) -> {
		});
		var decoder = new NimbusJwtDecoder(processor);
		decoder.setJwtValidator(all(claim("iss", issuer::equals), claim("sub", Decoders::isId),
				claim("role", Decoders::isRole), claim("exp", (exp) -> true)));
		return decoder;
	}

	static JwtDecoder services(ServiceSecret secret, String audience) {
		var decoder = NimbusJwtDecoder.withSecretKey(secret.key()).macAlgorithm(MacAlgorithm.HS256).build();
		decoder.setJwtValidator(all(claim("aud", (aud) -> aud instanceof List<?> list && list.contains(audience)),
				claim("iss", (iss) -> iss instanceof String name && !name.isBlank()), claim("exp", (exp) -> true)));
		return decoder;
	}

	@SafeVarargs
	private static OAuth2TokenValidator<Jwt> all(OAuth2TokenValidator<Jwt>... claims) {
		return new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(CLOCK_SKEW),
				new DelegatingOAuth2TokenValidator<>(claims));
	}

	private static OAuth2TokenValidator<Jwt> claim(String name, Predicate<Object> test) {
		return new JwtClaimValidator<@Nullable Object>(name, (value) -> value != null && test.test(value));
	}

	private static boolean isId(Object subject) {
		try {
			UUID.fromString(subject.toString());
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean isRole(Object claim) {
		for (var role : Role.values()) {
			if (role.name().equals(claim)) {
				return true;
			}
		}
		return false;
	}

}
