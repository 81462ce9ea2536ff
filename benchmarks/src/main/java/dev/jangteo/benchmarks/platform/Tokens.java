package dev.jangteo.benchmarks.platform;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import com.sun.net.httpserver.HttpServer;
import dev.jangteo.benchmarks.figures.Unmeasurable;

/**
 * Signs members' tokens with a key of this run and publishes that key, as member-service
 * would: verifying costs the services the same, and member-service is not in the way.
 */
public final class Tokens implements AutoCloseable {

	private static final String KEY_ID = "bench";

	private static final Duration LIFE = Duration.ofHours(2);

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private final KeyPair keys;

	private final HttpServer server;

	Tokens() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			this.keys = generator.generateKeyPair();
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			byte[] jwks = jwks();
			this.server.createContext("/.well-known/jwks.json", (exchange) -> {
				exchange.getResponseHeaders().add("Content-Type", "application/json");
				exchange.sendResponseHeaders(200, jwks.length);
				exchange.getResponseBody().write(jwks);
				exchange.close();
			});
			this.server.start();
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new Unmeasurable("No signing keys for this run: " + ex.getMessage(), ex);
		}
	}

	String jwksUri() {
		return "http://127.0.0.1:%d/.well-known/jwks.json".formatted(this.server.getAddress().getPort());
	}

	/**
	 * An access token as member-service makes them.
	 */
	public String of(UUID member, String role) {
		Instant now = Instant.now();
		String header = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(KEY_ID));
		String claims = encode(
				"{\"iss\":\"jangteo\",\"sub\":\"%s\",\"role\":\"%s\",\"iat\":%d,\"exp\":%d,\"jti\":\"%s\"}"
					.formatted(member, role, now.getEpochSecond(), now.plus(LIFE).getEpochSecond(), UUID.randomUUID()));
		String content = header + "." + claims;
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(this.keys.getPrivate());
			signature.update(content.getBytes(StandardCharsets.US_ASCII));
			return content + "." + BASE64.encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new Unmeasurable("A token cannot be signed: " + ex.getMessage(), ex);
		}
	}

	private byte[] jwks() {
		RSAPublicKey key = (RSAPublicKey) this.keys.getPublic();
		return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
			.formatted(KEY_ID, encode(key.getModulus()), encode(key.getPublicExponent()))
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String encode(String text) {
		return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/** Unsigned: the sign's zero byte of {@link BigInteger} is left off. */
	private static String encode(BigInteger number) {
		byte[] bytes = number.toByteArray();
		int from = (bytes[0] == 0) ? 1 : 0;
		return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
