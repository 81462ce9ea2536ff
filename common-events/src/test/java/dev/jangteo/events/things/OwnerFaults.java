package dev.jangteo.events.things;

import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.mock.http.client.MockClientHttpResponse;

/** Stands between followers and their owner, and makes it misbehave. */
public class OwnerFaults implements ClientHttpRequestInterceptor {

	public volatile boolean away;

	/** Requests the owner answers with 500. */
	public volatile Predicate<String> breaksOn = _ -> false;

	/** So many of the next answers are the body given. */
	public final List<String> oldAnswers = new CopyOnWriteArrayList<>();

	public final AtomicInteger questions = new AtomicInteger();

	/** The traceparent of each question. */
	public final List<String> traces = new CopyOnWriteArrayList<>();

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		questions.incrementAndGet();
		traces.addAll(request.getHeaders().getOrEmpty("traceparent"));
		if (away) {
			throw new ConnectException("away");
		}
		if (breaksOn.test(request.getURI().toString())) {
			return new MockClientHttpResponse(new byte[0], HttpStatus.INTERNAL_SERVER_ERROR);
		}
		if (!oldAnswers.isEmpty() && request.getURI().toString().contains("ids=")) {
			return new MockClientHttpResponse(oldAnswers.removeFirst().getBytes(), HttpStatus.OK);
		}
		return execution.execute(request, body);
	}

	public void heal() {
		away = false;
		breaksOn = _ -> false;
		oldAnswers.clear();
	}

}
