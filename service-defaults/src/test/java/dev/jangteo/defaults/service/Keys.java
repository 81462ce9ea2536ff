package dev.jangteo.defaults.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for member-service: signs members' tokens and publishes the keys.
 */
public final class Keys {

	public static final String SECRET = "a secret for the tests, long enough for HS256";

	private final HttpServer server;

	private final List<JWK> published = new ArrayList<>();

	private final AtomicInteger asked = new AtomicInteger();

	private volatile boolean away;

	private RSAKey current;

	public Keys() throws IOException, JOSEException {
		rotate();
		this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.server.createContext("/", (exchange) -> {
			this.asked.incrementAndGet();
			var body = new JWKSet(this.published).toString().getBytes(StandardCharsets.UTF_8);
			if (this.away) {
				exchange.sendResponseHeaders(503, -1);
			}
			else {
				exchange.sendResponseHeaders(200, body.length);
				exchange.getResponseBody().write(body);
			}
			exchange.close();
		});
		this.server.start();
	}

	public String uri() {
		return "http://127.0.0.1:%d/jwks.json".formatted(this.server.getAddress().getPort());
	}

	public void rotate() throws JOSEException {
		this.current = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
		this.published.add(this.current.toPublicJWK());
	}

	public void away(boolean away) {
		this.away = away;
	}

	public int asked() {
		return this.asked.get();
	}

	public String token(String role) {
		return token(UUID.randomUUID().toString(), role, Duration.ofMinutes(15));
	}

	public String token(String subject, String role, Duration life) {
		return token(this.current, "jangteo", subject, role, life);
	}

	public String token(RSAKey key, String issuer, String subject, String role, Duration life) {
		var claims = new JWTClaimsSet.Builder().issuer(issuer)
			.subject(subject)
			.claim("role", role)
			.jwtID(UUID.randomUUID().toString())
			.expirationTime(Date.from(Instant.now().plus(life)))
			.build();
		try {
			var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
			token.sign(new RSASSASigner(key));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static String serviceToken(String secret, String audience, Duration life) {
		var claims = new JWTClaimsSet.Builder().issuer("order-service")
			.audience(audience)
			.expirationTime(Date.from(Instant.now().plus(life)))
			.build();
		try {
			var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
			token.sign(new MACSigner(secret));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
