package dev.jangteo.defaults.scheduling;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Lets every task that repeats have a thread of its own, so that one which hangs holds up
 * no other. Boot's own scheduler for virtual threads runs all tasks with a fixed delay on
 * a single one (docs/adr/0104).
 */
@AutoConfiguration(beforeName = "org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration")
class SchedulingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(TaskScheduler.class)
	ThreadPoolTaskScheduler taskScheduler() {
		var scheduler = new ThreadPoolTaskScheduler();
		scheduler.setPoolSize(16);
		scheduler.setVirtualThreads(true);
		scheduler.setThreadNamePrefix("scheduling-");
		return scheduler;
	}

}
