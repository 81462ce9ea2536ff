package dev.jangteo.defaults.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;

/**
 * A neighbour that answers, fails, hangs before its answer or in the middle of it.
 */
public final class Neighbour {

	public enum Mood {

		WELL, FAILING, HANGING, HANGING_HALFWAY

	}

	private final HttpServer server;

	private final AtomicInteger calls = new AtomicInteger();

	private volatile Mood mood = Mood.WELL;

	private volatile Headers lastHeaders = new Headers();

	private volatile CountDownLatch release = new CountDownLatch(1);

	public Neighbour() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", (exchange) -> {
			this.calls.incrementAndGet();
			this.lastHeaders = exchange.getRequestHeaders();
			var body = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
			switch (this.mood) {
				case WELL -> {
					exchange.sendResponseHeaders(200, body.length);
					exchange.getResponseBody().write(body);
				}
				case FAILING -> exchange.sendResponseHeaders(500, -1);
				case HANGING -> await();
				case HANGING_HALFWAY -> {
					exchange.sendResponseHeaders(200, body.length);
					exchange.getResponseBody().write(body, 0, 3);
					exchange.getResponseBody().flush();
					await();
				}
			}
			exchange.close();
		});
		this.server.start();
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	public void is(Mood mood) {
		this.release.countDown();
		this.release = new CountDownLatch(1);
		this.mood = mood;
	}

	public int calls() {
		return this.calls.get();
	}

	public String header(String name) {
		return this.lastHeaders.getFirst(name);
	}

	private void await() {
		try {
			this.release.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
