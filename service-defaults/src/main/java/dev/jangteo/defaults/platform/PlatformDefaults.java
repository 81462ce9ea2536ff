package dev.jangteo.defaults.platform;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Adds the platform's defaults behind everything a service or an operator says.
 */
class PlatformDefaults implements EnvironmentPostProcessor, Ordered {

	static final String LOCAL = "local";

	private static final String RESOURCE = "META-INF/jangteo/defaults.properties";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		var sources = environment.getPropertySources();
		if (sources.contains(RESOURCE)) {
			return;
		}
		if (environment.acceptsProfiles(Profiles.of(LOCAL))) {
			sources.addLast(new MapPropertySource("jangteo-local", LocalMachine.settings(environment)));
		}
		try {
			sources.addLast(new ResourcePropertySource(RESOURCE, new ClassPathResource(RESOURCE)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// After the configuration files, which decide on the profiles.
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
