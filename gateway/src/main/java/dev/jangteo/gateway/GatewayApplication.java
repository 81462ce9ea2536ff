package dev.jangteo.gateway;

import java.time.Clock;
import java.util.Map;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public class GatewayApplication {

	/**
	 * What has to be known before the first class of Netty is loaded: as many event loops
	 * as cores, where Reactor Netty would take four at least; and direct access to
	 * memory, which Netty leaves unused on a JDK this new.
	 */
	private static final Map<String, String> NETTY = Map.of("reactor.netty.ioWorkerCount",
			Integer.toString(Runtime.getRuntime().availableProcessors()), "io.netty.noUnsafe", "false");

	static void main(String[] args) {
		NETTY.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
		SpringApplication.run(GatewayApplication.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	/**
	 * No observation is made per request: the passage times and counts by itself, at a
	 * fraction of the cost.
	 */
	@Bean
	ObservationRegistry observationRegistry() {
		return ObservationRegistry.NOOP;
	}

}
