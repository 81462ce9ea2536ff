package dev.jangteo.member.credential;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of {@code jangteo.member}.
 *
 * @param accessTokenLife how long an access token is valid
 * @param refreshTokenLife how long a refresh token may be unused
 * @param loginLife how long a login can be kept up by refreshing
 * @param hashing how passwords are hashed
 * @param guessing how guessing is slowed down
 */
@ConfigurationProperties("jangteo.member")
record CredentialSettings(@DefaultValue("15m") Duration accessTokenLife, @DefaultValue("14d") Duration refreshTokenLife,
		@DefaultValue("90d") Duration loginLife, @DefaultValue Hashing hashing, @DefaultValue Guessing guessing) {

	/**
	 * How passwords are hashed.
	 *
	 * @param strength bcrypt's cost: each more doubles the work
	 * @param threads how many are hashed at once; 0 takes half of the processors
	 * @param waiting how many may wait for their turn
	 * @param patience how long one waits
	 */
	record Hashing(@DefaultValue("10") int strength, @DefaultValue("0") int threads, @DefaultValue("32") int waiting,
			@DefaultValue("3s") Duration patience) {

		int atOnce() {
			return (this.threads > 0) ? this.threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
		}

	}

	/**
	 * How guessing is slowed down. Pauses begin after the free failures with one second
	 * and double up to the longest.
	 *
	 * @param freePerPair free failures of one account from one address
	 * @param freePerAccount free failures of one account from anywhere
	 * @param freePerAddress free failures of one address on any account
	 * @param longestPause the longest pause for a pair or an address
	 * @param longestAccountPause the longest pause for an account, which its owner
	 * suffers as well
	 */
	record Guessing(@DefaultValue("5") int freePerPair, @DefaultValue("20") int freePerAccount,
			@DefaultValue("50") int freePerAddress, @DefaultValue("15m") Duration longestPause,
			@DefaultValue("30s") Duration longestAccountPause) {

	}

}
