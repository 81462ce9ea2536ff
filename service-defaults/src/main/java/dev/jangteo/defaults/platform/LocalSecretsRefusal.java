package dev.jangteo.defaults.platform;

import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;

/**
 * Stops a start outside the profile {@code local} that was given a secret everybody
 * knows.
 */
class LocalSecretsRefusal implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		var environment = context.getEnvironment();
		if (environment.acceptsProfiles(Profiles.of(PlatformDefaults.LOCAL))) {
			return;
		}
		names(environment).filter(LocalSecretsRefusal::isSecret)
			.filter(name -> isKnown(environment.getProperty(name, "")))
			.findFirst()
			.ifPresent(name -> {
				throw new UnsafeSettings("'%s' has the default value of a local machine.".formatted(name),
						"Give it a value of your own, or run with the profile 'local'.");
			});
	}

	private static Stream<String> names(ConfigurableEnvironment environment) {
		return environment.getPropertySources()
			.stream()
			.filter(EnumerablePropertySource.class::isInstance)
			.flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()));
	}

	private static boolean isSecret(String name) {
		var lowercase = name.toLowerCase(Locale.ROOT);
		return Stream.of("secret", "password", "key", "token").anyMatch(lowercase::contains);
	}

	private static boolean isKnown(String value) {
		return value.startsWith(LocalMachine.SECRET_PREFIX) || value.startsWith("change-me");
	}

	// Last, when all settings are known.
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
