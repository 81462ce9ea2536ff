package dev.jangteo.defaults.security;

import org.springframework.security.oauth2.jwt.BadJwtException;

/**
 * A token cannot be checked because the keys cannot be had: nobody's fault but ours. Kept
 * apart from a wrong token, so that the client is told to come back.
 */
class KeysUnavailable extends BadJwtException {

	KeysUnavailable(Throwable cause) {
		super("The keys to check the token are unavailable.", cause);
	}

}
