package dev.jangteo.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Charges cards, gives money back, and keeps the books.
 */
@ConfigurationPropertiesScan
@EnableScheduling
@SpringBootApplication
public class PaymentServiceApplication {

	public static void main(String[] args) {
		SpringApplication.run(PaymentServiceApplication.class, args);
	}

	/**
	 * Lets every task that repeats have a thread of its own: while the provider hangs,
	 * orders that have ended are still answered and sales still counted. Boot's own
	 * scheduler for virtual threads runs all tasks with a fixed delay on a single one.
	 */
	@Bean
	ThreadPoolTaskScheduler taskScheduler() {
		var scheduler = new ThreadPoolTaskScheduler();
		scheduler.setPoolSize(16);
		scheduler.setVirtualThreads(true);
		scheduler.setThreadNamePrefix("scheduling-");
		return scheduler;
	}

	/** Ticks as finely as the database keeps time. */
	@Bean
	Clock clock() {
		return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
	}

}
