package dev.jangteo.events.wire;

import java.util.Collection;
import java.util.regex.Pattern;

import io.micrometer.tracing.Link;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** Takes a trace from a thread into a W3C {@code traceparent} and back. */
public final class Traces {

	/** Name of the header. */
	public static final String HEADER = "traceparent";

	private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

	private static final int MOST_LINKS = 16;

	private final Tracer tracer;

	public Traces(Tracer tracer) {
		this.tracer = tracer;
	}

	/** The current trace, if there is one. */
	public @Nullable String current() {
		Span span = tracer.currentSpan();
		return (span != null) ? traceparent(span.context()) : null;
	}

	/**
	 * Run within a span whose parent is the first of the given traces; the others are
	 * linked to it.
	 * @param name of the span
	 * @param traceparents may be empty; what is malformed is ignored
	 * @param work what to do
	 */
	public void follow(String name, Collection<String> traceparents, Runnable work) {
		var contexts = traceparents.stream().distinct().limit(MOST_LINKS).map(this::context).toList();
		var first = contexts.stream().filter(context -> context != null).findFirst().orElse(null);
		if (first == null) {
			work.run();
			return;
		}
		var builder = tracer.spanBuilder().name(name).kind(Span.Kind.CONSUMER).setParent(first);
		for (TraceContext context : contexts) {
			if (context != null && !context.equals(first)) {
				builder.addLink(new Link(context));
			}
		}
		var span = builder.start();
		try (var _ = tracer.withSpan(span)) {
			work.run();
		}
		catch (RuntimeException ex) {
			span.error(ex);
			throw ex;
		}
		finally {
			span.end();
		}
	}

	private @Nullable TraceContext context(String traceparent) {
		var parts = FORM.matcher(traceparent);
		if (!parts.matches()) {
			return null;
		}
		return tracer.traceContextBuilder()
			.traceId(parts.group(1))
			.spanId(parts.group(2))
			.sampled((Integer.parseInt(parts.group(3), 16) & 1) == 1)
			.build();
	}

	private static @Nullable String traceparent(TraceContext context) {
		var text = "00-%s-%s-%s".formatted(context.traceId(), context.spanId(),
				Boolean.TRUE.equals(context.sampled()) ? "01" : "00");
		return FORM.matcher(text).matches() ? text : null;
	}

}
