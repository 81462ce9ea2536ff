package dev.jangteo.member.credential;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.jangteo.defaults.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Slows guessing down: for one account from one address, for one address on all accounts,
 * and, gently, for one account from anywhere. The last does not apply where the account
 * has logged in from before, so that nobody can lock its owner out.
 * <p>
 * An attempt counts when it begins, so that many at once do not slip through, and is
 * forgiven when it succeeds. Kept in the database: all instances count together.
 */
@Component
class LoginBrake {

	private static final Duration FORGOTTEN = Duration.ofHours(24);

	private static final Duration REMEMBERED = Duration.ofDays(90);

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final CredentialSettings.Guessing settings;

	private final Clock clock;

	LoginBrake(JdbcClient jdbc, TransactionOperations transactions, CredentialSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.settings = settings.guessing();
		this.clock = clock;
	}

	/**
	 * Begins an attempt.
	 * @throws Problem 429 when it is too early
	 */
	Attempt begin(String email, String address) {
		var attempt = attempt(Credentials.normal(email), address);
		var now = this.clock.instant();
		this.transactions.executeWithoutResult((_) -> {
			if (!attempt.counts().stream().allMatch((count) -> counted(count, now))) {
				throw Problem.tooManyRequests("Too many failed logins. Wait a little.", pause(attempt, now));
			}
		});
		return attempt;
	}

	/** Forgives what led to a success, and remembers from where it came. */
	void succeeded(Attempt attempt) {
		this.jdbc.sql("""
				with forgiven as (
					delete from login_attempts where key in (:pair, :account)),
				uncounted as (
					update login_attempts set failures = greatest(0, failures - 1), allowed_at = :now
					where key = :address)
				insert into known_addresses (key, account, last_at) values (:pair, :account, :now)
				on conflict (key) do update set last_at = excluded.last_at""")
			.param("pair", attempt.pair())
			.param("account", attempt.account())
			.param("address", attempt.address())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Takes back an attempt that was not judged. */
	void withdrawn(Attempt attempt) {
		this.jdbc.sql("""
				update login_attempts set failures = greatest(0, failures - 1), allowed_at = :now
				where key in (:pair, :account, :address)""")
			.param("pair", attempt.pair())
			.param("account", attempt.account())
			.param("address", attempt.address())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Forgets all about an account, in the caller's transaction. */
	void erase(String email) {
		var account = account(Credentials.normal(email));
		this.jdbc.sql("delete from login_attempts where account = ?").param(account).update();
		this.jdbc.sql("delete from known_addresses where account = ?").param(account).update();
	}

	@Scheduled(fixedDelayString = "1h", initialDelayString = "5m")
	void forget() {
		var now = this.clock.instant();
		this.jdbc.sql("delete from login_attempts where last_at < ?")
			.param(now.minus(FORGOTTEN).atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("delete from known_addresses where last_at < ?")
			.param(now.minus(REMEMBERED).atOffset(ZoneOffset.UTC))
			.update();
	}

	private Attempt attempt(String email, String address) {
		var pair = Digests.name("pair " + email + " " + address);
		var account = account(email);
		var place = Digests.name("address " + address);
		var counts = new ArrayList<>(
				List.of(new Count(pair, account, this.settings.freePerPair(), this.settings.longestPause()),
						new Count(place, null, this.settings.freePerAddress(), this.settings.longestPause())));
		if (!isKnown(pair)) {
			counts
				.add(new Count(account, account, this.settings.freePerAccount(), this.settings.longestAccountPause()));
		}
		// In one order always, so that no two attempts wait for each other.
		counts.sort((one, other) -> one.key().compareTo(other.key()));
		return new Attempt(pair, account, place, counts);
	}

	private static UUID account(String email) {
		return Digests.name("account " + email);
	}

	private boolean isKnown(UUID pair) {
		return this.jdbc.sql("select count(*) from known_addresses where key = ?")
			.param(pair)
			.query(Integer.class)
			.single() > 0;
	}

	private boolean counted(Count count, Instant now) {
		return this.jdbc
			.sql("""
					insert into login_attempts as attempts (key, account, failures, allowed_at, last_at)
					values (:key, :account, 1, :now, :now)
					on conflict (key) do update set
						failures = case when attempts.last_at < :forgotten then 1 else attempts.failures + 1 end,
						allowed_at = case
							when attempts.last_at < :forgotten or attempts.failures < :free then :now
							else :now + make_interval(secs => least(:longest, power(2, least(attempts.failures - :free, 20))))
							end,
						last_at = :now
					where attempts.allowed_at <= :now""")
			.param("key", count.key())
			.param("account", count.account())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("forgotten", now.minus(FORGOTTEN).atOffset(ZoneOffset.UTC))
			.param("free", count.free())
			.param("longest", (double) count.longest().toSeconds())
			.update() > 0;
	}

	// Until none of the counts stands in the way.
	private Duration pause(Attempt attempt, Instant now) {
		return this.jdbc.sql("select max(allowed_at) as allowed_at from login_attempts where key in (:keys)")
			.param("keys", attempt.counts().stream().map(Count::key).toList())
			.query((row, _) -> Duration.between(now, row.getTimestamp("allowed_at").toInstant()))
			.single();
	}

	/**
	 * An attempt under way.
	 *
	 * @param pair account and address
	 * @param account the account
	 * @param address the address
	 * @param counts what it counts against
	 */
	record Attempt(UUID pair, UUID account, UUID address, List<Count> counts) {

	}

	record Count(UUID key, @Nullable UUID account, int free, Duration longest) {

	}

}
