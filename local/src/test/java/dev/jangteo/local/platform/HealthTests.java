package dev.jangteo.local.platform;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HealthTests {

	@Test
	void saysNothingWhenNothingLags() {
		assertThat(Health.lag("""
				jangteo_events_log_unsent_rows 0.0
				jangteo_events_log_unsent_seconds NaN
				""")).isEmpty();
	}

	@Test
	void addsUpWhatLagsPerFollower() {
		assertThat(Health.lag("""
				# HELP jangteo_events_consumer_lag notifications
				jangteo_events_consumer_lag{follower="shops"} 3.0
				jangteo_events_consumer_lag{follower="products"} 4.0
				jangteo_events_log_unsent_rows 2.0
				""")).isEqualTo("2 notifications not yet sent, 7 notifications not yet taken over");
	}

}
