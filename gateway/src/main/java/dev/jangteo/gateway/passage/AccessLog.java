package dev.jangteo.gateway.passage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Writes one line of JSON for each request, with the names of the Elastic Common Schema
 * as all other logs, on a thread of its own and many at a time. No query, no address, no
 * member is written; when writing falls behind, lines are dropped and counted rather than
 * requests held up.
 */
@Component
class AccessLog implements DisposableBean {

	private static final int WAITING = 16_384;

	private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

	private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(WAITING);

	private final Counter dropped;

	private final boolean enabled;

	private final Thread writer;

	private volatile boolean ended;

	private record Line(long at, String method, String path, int status, String route, boolean switched, long nanos,
			String requestId, String traceparent) {
	}

	AccessLog(PassageSettings settings, MeterRegistry meters) {
		this.enabled = settings.accessLog();
		this.dropped = Counter.builder("jangteo.gateway.access.dropped")
			.description("Lines of the access log that were dropped because writing fell behind")
			.register(meters);
		this.writer = Thread.ofPlatform().daemon().name("access-log").unstarted(this::write);
		if (enabled) {
			writer.start();
		}
	}

	void note(ServerHttpRequest request, int status, Visit visit, long nanos) {
		if (enabled) {
			var route = (visit.route == null) ? "none" : visit.route.id();
			var line = new Line(System.currentTimeMillis(), request.getMethod().name(), request.getURI().getRawPath(),
					status, route, visit.switched, nanos, visit.requestId, visit.traceparent);
			if (!lines.offer(line)) {
				dropped.increment();
			}
		}
	}

	/**
	 * Nobody wakes the writer: it looks for itself, so that noting costs no system call.
	 */
	private void write() {
		var batch = new ArrayList<Line>(WAITING);
		var text = new StringBuilder();
		do {
			LockSupport.parkNanos(PAUSE);
			lines.drainTo(batch);
			if (!batch.isEmpty()) {
				batch.forEach(line -> append(line, text));
				var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
				System.out.write(bytes, 0, bytes.length);
				System.out.flush();
				batch.clear();
				text.setLength(0);
			}
		}
		while (!ended || !lines.isEmpty());
	}

	private static void append(Line line, StringBuilder to) {
		to.append("{\"@timestamp\":\"").append(Instant.ofEpochMilli(line.at));
		to.append("\",\"log\":{\"level\":\"INFO\",\"logger\":\"access\"},\"service\":{\"name\":\"gateway\"}");
		to.append(",\"http\":{\"request\":{\"method\":\"").append(line.method);
		to.append("\",\"id\":\"").append(line.requestId);
		to.append("\"},\"response\":{\"status_code\":").append(line.status);
		to.append("}},\"url\":{\"path\":\"");
		escape(line.path, to);
		to.append("\"},\"event\":{\"duration\":").append(line.nanos);
		to.append("},\"trace\":{\"id\":\"").append(line.traceparent, 3, 35);
		to.append("\"},\"jangteo\":{\"route\":\"").append(line.route);
		to.append("\",\"switched\":").append(line.switched);
		to.append("},\"message\":\"").append(line.method).append(' ');
		escape(line.path, to);
		to.append(' ').append(line.status).append("\",\"ecs\":{\"version\":\"8.11\"}}\n");
	}

	private static void escape(String path, StringBuilder to) {
		for (var i = 0; i < path.length(); i++) {
			var c = path.charAt(i);
			to.append((c < ' ' || c == '"' || c == '\\') ? '?' : c);
		}
	}

	@Override
	public void destroy() throws InterruptedException {
		ended = true;
		LockSupport.unpark(writer);
		if (enabled) {
			writer.join(1000);
		}
	}

}
