package dev.jangteo.defaults.security;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.Role;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * A member whose token was verified.
 */
class CallerAuthentication extends AbstractAuthenticationToken {

	private final Caller caller;

	private CallerAuthentication(Caller caller) {
		super(List.of(new SimpleGrantedAuthority("ROLE_" + caller.role())));
		this.caller = caller;
		setAuthenticated(true);
	}

	static CallerAuthentication of(Jwt token) {
		return new CallerAuthentication(new Caller(UUID.fromString(token.getSubject()),
				Role.valueOf(Objects.requireNonNull(token.getClaimAsString("role")))));
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public Caller getPrincipal() {
		return this.caller;
	}

	// Ends up in logs and metrics: a member's id is not for them.
	@Override
	public String getName() {
		return this.caller.role().name();
	}

}
