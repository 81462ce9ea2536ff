package dev.jangteo.member.profile;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of {@code jangteo.operator}.
 *
 * @param email the operator's mail address; without one there is no operator
 * @param password the operator's password
 */
@ConfigurationProperties("jangteo.operator")
record OperatorSettings(@Nullable String email, @Nullable String password) {

	@Override
	public String toString() {
		return "OperatorSettings";
	}

}
