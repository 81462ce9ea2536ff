package dev.jangteo.member.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.jangteo.defaults.platform.UnsafeSettings;
import dev.jangteo.member.MemberServiceTests;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class SigningKeysTests extends MemberServiceTests {

	@Autowired
	SigningKeys keys;

	@Autowired
	KeySeal seal;

	@Autowired
	TransactionOperations transactions;

	@Test
	void anOperatorRotatesTheKeysAndTokensOfTheOldOneStayValid() throws Exception {
		var operator = logIn(OPERATOR);
		var before = somebody("SHOPPER");
		var rotation = post("/api/v1/ops/keys/rotation", null, operator.accessToken());
		assertThat(rotation.status()).isEqualTo(201);
		var kid = rotation.json().path("kid").asString();
		assertThat(published()).contains(kid, SignedJWT.parse(before.accessToken()).getHeader().getKeyID());
		await().atMost(Duration.ofSeconds(5))
			.until(() -> SignedJWT.parse(logIn(before.email()).accessToken()).getHeader().getKeyID().equals(kid));
		assertThat(get("/api/v1/members/me", before.accessToken()).status()).isEqualTo(200);
		assertThat(get("/api/v1/members/me", logIn(before.email()).accessToken()).status()).isEqualTo(200);
	}

	@Test
	void onlyOperatorsRotate() {
		assertThat(post("/api/v1/ops/keys/rotation", null, null).status()).isEqualTo(401);
		assertThat(post("/api/v1/ops/keys/rotation", null, somebody("OWNER").accessToken()).status()).isEqualTo(403);
	}

	@Test
	void anotherInstanceSeesTheSameKeysAndANewOneWithinSeconds() {
		var other = new SigningKeys(this.jdbc, this.transactions, this.seal, settings(), Clock.systemUTC());
		var kid = other.rotate().kid();
		await().atMost(Duration.ofSeconds(3)).until(() -> published().contains(kid));
		assertThat(other.published().getKeys().stream().map((key) -> key.getKeyID()).toList())
			.containsExactlyElementsOf(published());
	}

	@Test
	void aNewKeyIsPublishedBeforeItSigns() throws Exception {
		var now = Instant.now();
		var other = new SigningKeys(this.jdbc, this.transactions, this.seal, settings(),
				Clock.fixed(now, ZoneOffset.UTC));
		var rotation = other.rotate();
		assertThat(rotation.activeFrom()).isEqualTo(now.plusSeconds(1));
		var token = SignedJWT.parse(other.sign(new JWTClaimsSet.Builder().subject("x").build()));
		assertThat(token.getHeader().getKeyID()).isNotEqualTo(rotation.kid());
	}

	@Test
	void anOldKeyIsForgottenWhenItsTokensAreGone() {
		var old = this.keys.rotate().kid();
		var later = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
		var other = new SigningKeys(this.jdbc, this.transactions, this.seal, settings(), later);
		other.rotate();
		assertThat(kids()).as("signs until its successor begins").contains(old);
		new SigningKeys(this.jdbc, this.transactions, this.seal, settings(),
				Clock.offset(Clock.systemUTC(), Duration.ofHours(3)))
			.rotate();
		assertThat(kids()).doesNotContain(old).hasSize(2);
		// For the tests that follow: keys of now.
		this.jdbc.sql("delete from signing_keys").update();
		new SigningKeys(this.jdbc, this.transactions, this.seal, settings(), Clock.systemUTC());
		this.keys.refresh();
	}

	@Test
	void privateKeysAreSealed() {
		var rows = this.jdbc.sql("select string_agg(encode(sealed, 'escape'), ' ') from signing_keys")
			.query(String.class)
			.single();
		assertThat(rows).doesNotContain("\"d\"", "RSA");
		var stranger = new KeySeal(new KeySettings("another secret that is long enough", Duration.ZERO, Duration.ZERO));
		assertThatExceptionOfType(UnsafeSettings.class)
			.isThrownBy(() -> new SigningKeys(this.jdbc, this.transactions, stranger, settings(), Clock.systemUTC()))
			.withMessageContaining("jangteo.member.keys.secret");
		assertThatExceptionOfType(UnsafeSettings.class)
			.isThrownBy(() -> new KeySeal(new KeySettings("short", Duration.ZERO, Duration.ZERO)));
	}

	private static KeySettings settings() {
		return new KeySettings("a secret for the tests that seals the keys", Duration.ofSeconds(1),
				Duration.ofMinutes(20));
	}

	private List<String> published() {
		return get("/.well-known/jwks.json", null).json().path("keys").findValuesAsString("kid");
	}

	private List<String> kids() {
		return this.jdbc.sql("select kid from signing_keys").query(String.class).list();
	}

}
