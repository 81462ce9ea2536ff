package dev.jangteo.search;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts search-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SearchServiceApplication {

	public static void main(String... arguments) {
		SpringApplication.run(SearchServiceApplication.class, arguments);
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
