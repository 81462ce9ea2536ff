package dev.jangteo.member.keys;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Signs members' tokens with the newest key of the database, which every instance looks
 * up every two seconds. A new key is published for a while before it signs, an old one
 * for as long as its tokens live.
 */
@Component
public class SigningKeys implements JWKSource<SecurityContext> {

	private static final int BITS = 2048;

	private static final long LOCK = 0x6b657973;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final KeySeal seal;

	private final KeySettings settings;

	private final Clock clock;

	private volatile KeyRing ring;

	SigningKeys(JdbcClient jdbc, TransactionOperations transactions, KeySeal seal, KeySettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.seal = seal;
		this.settings = settings;
		this.clock = clock;
		this.ring = first();
	}

	/** Signs the claims. */
	public String sign(JWTClaimsSet claims) {
		var key = this.ring.signing(this.clock.instant());
		var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.kid()).build(), claims);
		try {
			token.sign(key.signer());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("A token cannot be signed", ex);
		}
		return token.serialize();
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
		return selector.select(this.ring.published());
	}

	JWKSet published() {
		return this.ring.published();
	}

	/**
	 * Makes a new key and forgets those that signed nothing still valid.
	 * @return the new key's name and when it begins to sign
	 */
	Rotation rotate() {
		var key = generate();
		var now = this.clock.instant();
		var activeFrom = now.plus(this.settings.activation());
		this.transactions.executeWithoutResult((_) -> {
			lock();
			add(key, now, activeFrom);
			retire(now.minus(this.settings.retirement()));
		});
		refresh();
		return new Rotation(key.getKeyID(), activeFrom);
	}

	@Scheduled(fixedDelayString = "${jangteo.member.keys.poll:2s}")
	void refresh() {
		var keys = this.jdbc.sql("select kid, active_from from signing_keys order by active_from")
			.query((row, _) -> row.getString("kid"))
			.list();
		var known = this.ring.keys().stream().map(KeyRing.Key::kid).toList();
		if (!keys.isEmpty() && !keys.equals(known)) {
			this.ring = load();
		}
	}

	// Only one of several instances starting at once makes the first key.
	private KeyRing first() {
		return this.transactions.<KeyRing>execute((_) -> {
			lock();
			var loaded = load();
			if (!loaded.keys().isEmpty()) {
				return loaded;
			}
			var now = this.clock.instant();
			var key = generate();
			add(key, now, now);
			return new KeyRing(List.of(KeyRing.Key.of(key, now)));
		});
	}

	private KeyRing load() {
		return new KeyRing(this.jdbc.sql("select sealed, active_from from signing_keys")
			.query((row, _) -> KeyRing.Key.of(parse(this.seal.open(row.getBytes("sealed"))),
					row.getTimestamp("active_from").toInstant()))
			.list());
	}

	private void lock() {
		this.jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().listOfRows();
	}

	private void add(RSAKey key, Instant now, Instant activeFrom) {
		this.jdbc.sql("""
				insert into signing_keys (kid, sealed, created_at, active_from)
				values (?, ?, ?, ?)""")
			.params(key.getKeyID(), this.seal.seal(key.toJSONString()), now.atOffset(ZoneOffset.UTC),
					activeFrom.atOffset(ZoneOffset.UTC))
			.update();
	}

	// A key has signed last when its successor became active.
	private void retire(Instant before) {
		this.jdbc.sql("""
				delete from signing_keys old
				where exists (
					select 1 from signing_keys successor
					where successor.active_from > old.active_from
					and successor.active_from < ?)""").param(before.atOffset(ZoneOffset.UTC)).update();
	}

	private static RSAKey generate() {
		try {
			return new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString())
				.keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("No signing key can be made", ex);
		}
	}

	private static RSAKey parse(String json) {
		try {
			return RSAKey.parse(json);
		}
		catch (ParseException ex) {
			throw new IllegalStateException("A signing key in the database is damaged", ex);
		}
	}

	/**
	 * A rotation.
	 *
	 * @param kid the new key's name
	 * @param activeFrom when it begins to sign
	 */
	record Rotation(String kid, Instant activeFrom) {

	}

}
