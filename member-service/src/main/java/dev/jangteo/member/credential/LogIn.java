package dev.jangteo.member.credential;

import java.time.Duration;

import dev.jangteo.defaults.Problem;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Logging in, staying in, logging out.
 */
@Component
class LogIn {

	private final Credentials credentials;

	private final LoginBrake brake;

	private final AccessTokens accessTokens;

	private final RefreshTokens refreshTokens;

	LogIn(Credentials credentials, LoginBrake brake, AccessTokens accessTokens, RefreshTokens refreshTokens) {
		this.credentials = credentials;
		this.brake = brake;
		this.accessTokens = accessTokens;
		this.refreshTokens = refreshTokens;
	}

	Tokens withPassword(String email, String password, String address) {
		var attempt = this.brake.begin(email, address);
		var credential = judged(attempt, email, password);
		this.brake.succeeded(attempt);
		return new Tokens(credential, this.accessTokens.issue(credential), this.accessTokens.life(),
				this.refreshTokens.issue(credential.memberId()));
	}

	Tokens withRefreshToken(String token) {
		var renewal = this.refreshTokens.renew(token).orElseThrow(LogIn::loginEnded);
		var role = this.credentials.role(renewal.memberId()).orElseThrow(LogIn::loginEnded);
		var credential = new Credential(renewal.memberId(), role);
		return new Tokens(credential, this.accessTokens.issue(credential), this.accessTokens.life(), renewal.token());
	}

	void out(String token) {
		this.refreshTokens.end(token);
	}

	private Credential judged(LoginBrake.Attempt attempt, String email, String password) {
		try {
			return this.credentials.verified(email, password)
				.orElseThrow(() -> Problem.unauthenticated("wrong-credentials", "Mail address or password is wrong."));
		}
		catch (Problem problem) {
			if (problem.getStatusCode() == HttpStatus.SERVICE_UNAVAILABLE) {
				this.brake.withdrawn(attempt);
			}
			throw problem;
		}
	}

	private static Problem loginEnded() {
		return Problem.unauthenticated("login-ended", "This login has ended. Log in again.");
	}

	/**
	 * What a login gives.
	 *
	 * @param credential who logged in
	 * @param accessToken for every request
	 * @param accessTokenLife how long that is valid
	 * @param refreshToken for the next access token
	 */
	record Tokens(Credential credential, String accessToken, Duration accessTokenLife, String refreshToken) {

	}

}
