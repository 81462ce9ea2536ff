package dev.jangteo.gateway;

import java.time.Clock;

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

	/** As many event loops as cores; Reactor Netty would take four at least. */
	private static final String LOOPS = "reactor.netty.ioWorkerCount";

	static void main(String[] args) {
		if (System.getProperty(LOOPS) == null) {
			System.setProperty(LOOPS, Integer.toString(Runtime.getRuntime().availableProcessors()));
		}
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
