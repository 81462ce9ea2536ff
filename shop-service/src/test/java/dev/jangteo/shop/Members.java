package dev.jangteo.shop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/**
 * Stands in for member-service: signs tokens and publishes the key.
 */
final class Members {

	static final String SECRET = "a secret for the tests, long enough for HS256";

	private final HttpServer server;

	private final RSAKey key;

	Members() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("tests").generate();
			this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		}
		catch (IOException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}

		this.server.createContext("/", exchange -> {
			var body = new JWKSet(this.key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.server.start();
	}

	String keys() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/jwks.json";
	}

	String token(UUID member, String role) {
		try {
			return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("tests").build(),
					new JWTClaimsSet.Builder().issuer("jangteo").subject(member.toString()).claim("role", role),
					new RSASSASigner(this.key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String serviceToken() {
		try {
			return signed(new JWSHeader(JWSAlgorithm.HS256),
					new JWTClaimsSet.Builder().issuer("order-service").audience("shop-service"), new MACSigner(SECRET));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String signed(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) throws JOSEException {
		var token = new SignedJWT(header, claims.expirationTime(Date.from(Instant.now().plusSeconds(900))).build());
		token.sign(signer);
		return token.serialize();
	}

}
