package dev.jangteo.gateway.passage;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends the event streams before the server stops, so that its terminals move to another
 * gateway at once and the stop does not wait for them.
 */
@Component
class Departure implements SmartLifecycle {

	private final Sinks.Empty<Void> leaving = Sinks.empty();

	private final Mono<Void> left = leaving.asMono();

	private volatile boolean running;

	<T> Flux<T> until(Flux<T> stream) {
		return stream.takeUntilOther(left);
	}

	@Override
	public void start() {
		running = true;
	}

	@Override
	public void stop() {
		running = false;
		leaving.tryEmitEmpty();
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	/** The last to start, so the first to stop: before the server waits for requests. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
