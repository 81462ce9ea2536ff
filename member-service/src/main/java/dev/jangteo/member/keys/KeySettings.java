package dev.jangteo.member.keys;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of {@code jangteo.member.keys}.
 *
 * @param secret seals the private keys in the database, at least 32 characters
 * @param activation how long a new key is published before it signs
 * @param retirement how long a key is published after it has signed last
 */
@ConfigurationProperties("jangteo.member.keys")
record KeySettings(@DefaultValue("") String secret, @DefaultValue("5s") Duration activation,
		@DefaultValue("20m") Duration retirement) {

}
