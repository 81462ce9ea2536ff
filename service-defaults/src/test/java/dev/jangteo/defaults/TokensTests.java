package dev.jangteo.defaults;

import java.time.Duration;
import java.util.UUID;

import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.jangteo.defaults.service.Keys;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TokensTests extends ServiceTests {

	private static final String THING = "/api/v1/things/0198c0de-0000-7000-8000-000000000001";

	@Test
	void aMemberIsKnownByTheToken() {
		var member = UUID.randomUUID();
		var owner = this.anyone.as(KEYS.token(member.toString(), "OWNER", Duration.ofMinutes(1)));
		assertThat(owner.get("/api/v1/owner/things").body().path("id").asString()).isEqualTo(member.toString());
		assertThat(this.shopper.get(THING).body().path("thread").asBoolean()).isTrue();
	}

	@Test
	void aTokenIsRequiredUnlessTheRouteIsPublic() {
		assertThat(this.anyone.get(THING).problem()).isEqualTo("401 unauthenticated");
		assertThat(this.anyone.get(THING).header("WWW-Authenticate")).startsWith("Bearer");
		assertThat(this.anyone.get("/api/v1/open").body().path("known").asBoolean()).isFalse();
		assertThat(this.shopper.get("/api/v1/open").body().path("known").asBoolean()).isTrue();
		assertThat(this.anyone.post("/api/v1/open", "{}").problem()).isEqualTo("401 unauthenticated");
	}

	@Test
	void prefixesNeedTheirRole() {
		assertThat(this.shopper.get("/api/v1/owner/things").problem()).isEqualTo("403 forbidden");
		assertThat(this.shopper.get("/api/v1/ops/things").problem()).isEqualTo("403 forbidden");
		assertThat(this.anyone.as(KEYS.token("OPERATOR")).get("/api/v1/ops/things").status()).isEqualTo(200);
		assertThat(this.anyone.as(KEYS.token("OPERATOR")).get("/api/v1/owner/things").status()).isEqualTo(403);
	}

	@Test
	void aWrongTokenIsRefused() throws Exception {
		var stranger = new RSAKeyGenerator(2048).keyID("stranger").generate();
		var id = UUID.randomUUID().toString();
		var life = Duration.ofMinutes(5);
		for (var token : new String[] { "nonsense", "a.b.c", KEYS.token(id, "SHOPPER", Duration.ofMinutes(-1)),
				KEYS.token(id, "KING", life), KEYS.token("not-an-id", "SHOPPER", life),
				KEYS.token(stranger, "jangteo", id, "SHOPPER", life),
				Keys.serviceToken(Keys.SECRET, "sample-service", life), "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
				"x".repeat(5000) }) {
			await().untilAsserted(
					() -> assertThat(this.anyone.as(token).get(THING).problem()).isEqualTo("401 unauthenticated"));
		}
	}

	@Test
	void aNewKeyIsSeenWithinSecondsAndAnOutageOfTheKeysIsSurvived() throws Exception {
		assertThat(this.shopper.get(THING).status()).isEqualTo(200);
		KEYS.rotate();
		var renewed = this.anyone.as(KEYS.token("SHOPPER"));
		await().atMost(Duration.ofSeconds(5))
			.untilAsserted(() -> assertThat(renewed.get(THING).status()).isEqualTo(200));
		KEYS.away(true);
		try {
			assertThat(this.shopper.get(THING).status()).isEqualTo(200);
			assertThat(this.anyone.as(KEYS.token("SHOPPER")).get(THING).status()).isEqualTo(200);
		}
		finally {
			KEYS.away(false);
		}
	}

	@Test
	void aFloodOfUnknownKeysAsksForKeysOnlySoOften() throws Exception {
		var stranger = new RSAKeyGenerator(2048).keyID("flood").generate();
		var before = KEYS.asked();
		for (var i = 0; i < 50; i++) {
			var token = KEYS.token(stranger, "jangteo", UUID.randomUUID().toString(), "SHOPPER", Duration.ofMinutes(5));
			assertThat(this.anyone.as(token).get(THING).status()).isIn(401, 503);
		}
		assertThat(KEYS.asked() - before).isLessThan(20);
		assertThat(this.shopper.get(THING).status()).isEqualTo(200);
	}

	@Test
	void internalRoutesWantAServiceToken() {
		var life = Duration.ofSeconds(60);
		assertThat(this.anyone.get("/internal/things").problem()).isEqualTo("401 unauthenticated");
		assertThat(this.shopper.get("/internal/things").problem()).isEqualTo("401 unauthenticated");
		assertThat(
				this.anyone.as(Keys.serviceToken(Keys.SECRET, "sample-service", life)).get("/internal/things").status())
			.isEqualTo(200);
		assertThat(
				this.anyone.as(Keys.serviceToken(Keys.SECRET, "other-service", life)).get("/internal/things").status())
			.isEqualTo(401);
		assertThat(this.anyone.as(Keys.serviceToken(Keys.SECRET, "sample-service", Duration.ofMinutes(-1)))
			.get("/internal/things")
			.status()).isEqualTo(401);
		assertThat(
				this.anyone.as(Keys.serviceToken("another secret, also long enough for HS256", "sample-service", life))
					.get("/internal/things")
					.status())
			.isEqualTo(401);
	}

}
