package dev.jangteo.gateway.passage;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Times requests by route and kind of answer.
 */
@Component
class Timings {

	private static final Duration[] OBJECTIVES = { Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(50),
			Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5) };

	private final Map<String, @Nullable Timer[]> timers = new ConcurrentHashMap<>();

	private final MeterRegistry meters;

	Timings(MeterRegistry meters) {
		this.meters = meters;
	}

	void record(Visit visit, int status, long nanos) {
		var route = (visit.route == null) ? "none" : visit.route.id();
		var kind = Math.clamp(status / 100, 0, 9);
		var known = timers.get(route);
		var timer = (known == null) ? null : known[kind];
		((timer == null) ? timer(route, kind) : timer).record(nanos, TimeUnit.NANOSECONDS);
	}

	private Timer timer(String route, int kind) {
		var timer = Timer.builder("jangteo.gateway.requests")
			.description("Requests by route and kind of answer")
			.tag("route", route)
			.tag("status", kind + "xx")
			.serviceLevelObjectives(OBJECTIVES)
			.register(meters);
		timers.computeIfAbsent(route, _ -> new Timer[10])[kind] = timer;
		return timer;
	}

}
