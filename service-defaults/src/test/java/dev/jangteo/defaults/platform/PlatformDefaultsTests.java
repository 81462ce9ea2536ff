package dev.jangteo.defaults.platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlatformDefaultsTests {

	@Test
	void aServiceHasItsSettingsBehindItsOwn() {
		try (var context = start("--server.tomcat.keep-alive-timeout=5s")) {
			assertThat(setting(context, "spring.threads.virtual.enabled")).isEqualTo("true");
			assertThat(setting(context, "server.tomcat.keep-alive-timeout")).isEqualTo("5s");
			assertThat(setting(context, "spring.datasource.url")).isNull();
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, 8083, 15432", "100, 8183, 15532" })
	void oneMachineNeedsNoSettings(int offset, String port, String database) {
		try (var context = start("--spring.profiles.active=local", "--spring.application.name=order-service",
				"--JANGTEO_PORT_OFFSET=" + offset)) {
			assertThat(setting(context, "server.port")).isEqualTo(port);
			assertThat(setting(context, "server.address")).isEqualTo("127.0.0.1");
			assertThat(setting(context, "spring.datasource.url"))
				.isEqualTo("jdbc:postgresql://127.0.0.1:%s/order_service".formatted(database));
			assertThat(setting(context, "jangteo.security.service-secret")).startsWith("local-only-");
		}
	}

	@ParameterizedTest
	@CsvSource({ "jangteo.security.service-secret, local-only-anything", "SPRING_DATASOURCE_PASSWORD, local-only-x",
			"jangteo.storage.secret-key, change-me-please" })
	void aKnownSecretStopsTheStartElsewhere(String name, String value) {
		assertThatExceptionOfType(UnsafeSettings.class).isThrownBy(() -> start("--" + name + "=" + value))
			.withMessageContaining(name);
		start("--" + name + "=" + value, "--spring.profiles.active=local").close();
		start("--" + name + "=a-secret-of-our-own").close();
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		var application = new SpringApplication(Nothing.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setRegisterShutdownHook(false);
		return application.run(arguments);
	}

	private static String setting(ConfigurableApplicationContext context, String name) {
		return context.getBean(Environment.class).getProperty(name);
	}

	@Configuration(proxyBeanMethods = false)
	static class Nothing {

	}

}
