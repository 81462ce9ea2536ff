package dev.jangteo.gateway.passage;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.jangteo.gateway.GatewayContext;
import dev.jangteo.gateway.Signer;

import static dev.jangteo.gateway.Platform.MEMBER;
import static dev.jangteo.gateway.Platform.ORDER;
import static dev.jangteo.gateway.Platform.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AdmissionTests extends GatewayContext {

	@Test
	void letsAnybodyReadWhatIsOpen() {
		assertThat(send(request("/api/v1/shops")).statusCode()).isEqualTo(200);
		assertThat(send(request("/api/v1/shops/7/reviews")).statusCode()).isEqualTo(200);
		assertThat(send(post(request("/api/v1/members"), "{}")).statusCode()).isEqualTo(200);
	}

	@Test
	void asksForATokenElsewhere() {
		for (var path : new String[] { "/api/v1/orders", "/api/v1/members/me", "/api/v1/owner/shops",
				"/api/v1/ops/routes", "/api/v1/ops/search/explain" }) {
			var answer = send(request(path));
			assertThat(answer.statusCode()).as(path).isEqualTo(401);
			assertThat(problem(answer)).isEqualTo("unauthorized");
			assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
		}
	}

	@Test
	void refusesWhatIsNoTokenOfOurs() {
		var good = SIGNER.token(member, "SHOPPER");
		var calls = ORDER.calls();
		for (var token : new String[] { "nonsense", "a.b.c", good.substring(0, good.length() - 4) + "AAAA",
				SIGNER.token(member, "SHOPPER", "someone", Duration.ofMinutes(1)),
				SIGNER.token(member, "SHOPPER", "jangteo", Duration.ofMinutes(-1)),
				new Signer("k1").token(member, "SHOPPER"), SIGNER.confused(member),
				"eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.", "x".repeat(8000) }) {
			var answer = send(request("/api/v1/orders").header("Authorization", "Bearer " + token));
			assertThat(answer.statusCode()).as(token).isEqualTo(401);
			assertThat(problem(answer)).isEqualTo("unauthorized");
			assertThat(answer.body()).doesNotContain("Exception");
		}
		assertThat(ORDER.calls()).isEqualTo(calls);
	}

	@Test
	void refusesABadTokenOnOpenRoutesToo() {
		assertThat(send(request("/api/v1/shops").header("Authorization", "Bearer nonsense")).statusCode())
			.isEqualTo(401);
	}

	@Test
	void forgetsATokenWhenItExpires() {
		var token = SIGNER.token(member, "SHOPPER", "jangteo", Duration.ofMillis(-3500));
		assertThat(send(request("/api/v1/orders").header("Authorization", "Bearer " + token)).statusCode())
			.isEqualTo(200);
		await().atMost(Duration.ofSeconds(5))
			.until(() -> send(request("/api/v1/orders").header("Authorization", "Bearer " + token))
				.statusCode() == 401);
	}

	@Test
	void checksTokensWhileMemberServiceIsDown() {
		send(asShopper("/api/v1/orders"));
		MEMBER.stop();
		try {
			var answer = send(as(UUID.randomUUID(), "SHOPPER", "/api/v1/orders"));
			assertThat(answer.statusCode()).isEqualTo(200);
		}
		finally {
			MEMBER.start();
		}
	}

	@Test
	void learnsANewKeyWhenATokenNamesIt() {
		var next = new Signer("k2");
		try {
			MEMBER.publishes(() -> "{\"keys\":[" + inner(SIGNER.jwks()) + "," + inner(next.jwks()) + "]}");
			var token = next.token(member, "SHOPPER");
			await().atMost(Duration.ofSeconds(10))
				.until(() -> send(request("/api/v1/orders").header("Authorization", "Bearer " + token))
					.statusCode() == 200);
		}
		finally {
			MEMBER.publishes(SIGNER::jwks);
		}
	}

	private static String inner(String jwks) {
		return jwks.substring(jwks.indexOf('[') + 1, jwks.lastIndexOf(']'));
	}

}
