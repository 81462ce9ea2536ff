package dev.jangteo.member.credential;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import com.nimbusds.jwt.SignedJWT;
import dev.jangteo.member.MemberServiceTests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogInTests extends MemberServiceTests {

	@Test
	void aLoginGivesAShortTokenThatEverybodyCanCheck() throws Exception {
		var me = somebody("OWNER");
		var token = SignedJWT.parse(me.accessToken());
		assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
		assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("jangteo");
		assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(me.id().toString());
		assertThat(token.getJWTClaimsSet().getStringClaim("role")).isEqualTo("OWNER");
		var life = token.getJWTClaimsSet().getExpirationTime().getTime()
				- token.getJWTClaimsSet().getIssueTime().getTime();
		assertThat(life).isEqualTo(15 * 60 * 1000);
		assertThat(get("/.well-known/jwks.json", null).json().path("keys").findValuesAsString("kid"))
			.contains(token.getHeader().getKeyID());
		assertThat(get("/.well-known/jwks.json", null).text()).doesNotContain("\"d\"", "\"p\"");
	}

	@Test
	void wrongCredentialsTellNothing() {
		var me = somebody("SHOPPER");
		var wrongPassword = post("/api/v1/tokens", Map.of("email", me.email(), "password", "not the password"), null,
				"X-Forwarded-For", "203.0.113.1");
		var nobody = post("/api/v1/tokens", Map.of("email", "nobody@jangteo.test", "password", PASSWORD), null,
				"X-Forwarded-For", "203.0.113.1");
		assertThat(wrongPassword.problem()).isEqualTo(nobody.problem()).isEqualTo("401 wrong-credentials");
		assertThat(wrongPassword.text()).isEqualTo(nobody.text());
	}

	@Test
	void aRefreshTokenIsGoodOnceAndLeadsToTheNext() {
		var first = somebody("SHOPPER");
		var second = refresh(first.refreshToken());
		assertThat(second.status()).isEqualTo(200);
		assertThat(get("/api/v1/members/me", second.json().path("accessToken").asString()).status()).isEqualTo(200);
		var third = refresh(second.json().path("refreshToken").asString());
		assertThat(third.status()).isEqualTo(200);
	}

	@Test
	void aUsedRefreshTokenEndsItsWholeFamily() {
		var me = somebody("SHOPPER");
		var otherDevice = logIn(me.email());
		var second = refresh(me.refreshToken()).json().path("refreshToken").asString();
		assertThat(refresh(me.refreshToken()).problem()).isEqualTo("401 login-ended");
		assertThat(refresh(second).problem()).as("its successor").isEqualTo("401 login-ended");
		assertThat(refresh(otherDevice.refreshToken()).status()).as("another login").isEqualTo(200);
	}

	@Test
	void ofManyRefreshesWithOneTokenAtMostOneSucceedsAndNoneOutlivesTheFamily() {
		var me = somebody("SHOPPER");
		var replies = IntStream.range(0, 8)
			.mapToObj((_) -> CompletableFuture.supplyAsync(() -> refresh(me.refreshToken())))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.toList();
		var successes = replies.stream().filter((reply) -> reply.status() == 200).toList();
		assertThat(successes).hasSizeLessThanOrEqualTo(1);
		successes.forEach((success) -> assertThat(refresh(success.json().path("refreshToken").asString()).status())
			.isEqualTo(401));
	}

	@Test
	void loggingOutEndsTheLoginAndMayBeRepeated() {
		var me = somebody("SHOPPER");
		for (var i = 0; i < 2; i++) {
			assertThat(send("DELETE", "/api/v1/tokens", Map.of("refreshToken", me.refreshToken()), null).status())
				.isEqualTo(204);
		}
		assertThat(refresh(me.refreshToken()).problem()).isEqualTo("401 login-ended");
	}

	@Test
	void tokensAreKeptAsDigestsOnly() {
		var me = somebody("SHOPPER");
		var rows = this.jdbc.sql("select string_agg(t::text, ' ') from refresh_tokens t").query(String.class).single();
		assertThat(rows).doesNotContain(me.refreshToken());
	}

	@Test
	void badFormsAreRefused() {
		assertThat(post("/api/v1/tokens", Map.of("email", "x@jangteo.test"), null).problem())
			.isEqualTo("400 invalid-request password");
		assertThat(refresh("nonsense").problem()).isEqualTo("401 login-ended");
		assertThat(refresh("x".repeat(500)).problem()).isEqualTo("400 invalid-request refreshToken");
	}

	private Reply refresh(String token) {
		return post("/api/v1/tokens/refresh", Map.of("refreshToken", token), null);
	}

}
