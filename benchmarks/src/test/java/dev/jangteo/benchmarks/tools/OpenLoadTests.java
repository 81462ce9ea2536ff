package dev.jangteo.benchmarks.tools;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.HttpServer;
import dev.jangteo.benchmarks.figures.Latencies;
import dev.jangteo.benchmarks.figures.Unmeasurable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OpenLoadTests {

	private final AtomicInteger served = new AtomicInteger();

	private volatile int status = 200;

	private volatile long pauseNanos;

	private HttpServer server;

	private URI address;

	@BeforeEach
	void startServer() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", (exchange) -> {
			this.served.incrementAndGet();
			LockSupport.parkNanos(this.pauseNanos);
			byte[] body = "{}".getBytes(StandardCharsets.US_ASCII);
			exchange.sendResponseHeaders(this.status, body.length);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
		this.server.start();
		this.address = URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	@AfterEach
	void stopServer() {
		this.server.stop(0);
	}

	@Test
	void sendsAtItsRateAndMeasuresEveryRequest() throws Exception {
		Latencies latencies = new OpenLoad(4).run(this.address, request(), 100, Duration.ofSeconds(1));
		assertThat(latencies.count()).isEqualTo(100);
		assertThat(this.served).hasValue(100);
	}

	@Test
	void countsWaitingForABusyServerAsLatency() throws Exception {
		this.pauseNanos = TimeUnit.MILLISECONDS.toNanos(50);
		Latencies latencies = new OpenLoad(1).run(this.address, request(), 100, Duration.ofMillis(200));
		// 20 requests are due within 200 ms, but need 50 ms each: the last one waits for
		// 19 others.
		assertThat(latencies.percentileMillis(100)).isGreaterThan(700);
	}

	@Test
	void trustsNoLatencyOfARefusal() {
		this.status = 429;
		assertThatExceptionOfType(Unmeasurable.class)
			.isThrownBy(() -> new OpenLoad(2).run(this.address, request(), 50, Duration.ofMillis(200)))
			.withMessageContaining("429");
	}

	@Test
	void readsAnswersWithLengthAndInChunksOneAfterAnother() throws IOException {
		HttpAnswers answers = new HttpAnswers(new ByteArrayInputStream(
				"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n3;x=y\r\n{ }\r\n0\r\n\r\nHTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"
					.getBytes(StandardCharsets.US_ASCII)));
		assertThat(List.of(answers.next(), answers.next(), answers.next(), answers.next())).containsExactly(200, 201,
				204, 404);
	}

	private List<byte[]> request() {
		return new Requests(List.of(Requests.Request.get("/", "")), false).bytes(this.address);
	}

}
