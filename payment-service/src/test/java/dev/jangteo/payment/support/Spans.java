package dev.jangteo.payment.support;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Takes the spans that would leave the service, while somebody wants them.
 */
public final class Spans implements SpanExporter {

	private static final List<SpanData> TAKEN = new CopyOnWriteArrayList<>();

	private static volatile boolean isWanted;

	/** The spans of what is done, as text. */
	public static List<String> during(SdkTracerProvider provider, Runnable action) {
		TAKEN.clear();
		isWanted = true;
		try {
			action.run();
			provider.forceFlush().join(10, TimeUnit.SECONDS);
			return TAKEN.stream().map(Object::toString).toList();
		}
		finally {
			isWanted = false;
			TAKEN.clear();
		}
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		if (isWanted) {
			TAKEN.addAll(spans);
		}
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public CompletableResultCode flush() {
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public CompletableResultCode shutdown() {
		return CompletableResultCode.ofSuccess();
	}

	@TestConfiguration
	static class Taking {

		@Bean
		SpanExporter takenSpans() {
			return new Spans();
		}

	}

}
