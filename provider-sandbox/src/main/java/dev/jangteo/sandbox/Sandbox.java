package dev.jangteo.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The payment provider, running. In a test:
 *
 * <pre>{@code
 * try (var provider = Sandbox.start(0, folder)) {
 *     provider.url();
 * }
 * }</pre>
 *
 * Started again with the same folder it knows everything it ever answered.
 */
public final class Sandbox implements AutoCloseable {

	private static final int BACKLOG = 1024;

	static {
		// Read once by the JDK's server: answer without waiting for more to send, and
		// keep
		// idle connections longer than clients do, so that none is cut while one is about
		// to use it.
		setUnlessSet("sun.net.httpserver.nodelay", "true");
		setUnlessSet("sun.net.httpserver.idleInterval", "300");
		setUnlessSet("sun.net.httpserver.maxIdleConnections", "2000");
	}

	private final HttpServer server;

	private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

	private final Webhooks webhooks;

	private final Books books;

	private final ProviderCalls provider;

	private final SandboxCalls own;

	private volatile boolean closing;

	private Sandbox(SandboxSettings settings, Clock clock) {

		var faults = new Faults();
		var memory = new Memory(clock);

		webhooks = new Webhooks(faults, settings.webhooks(), settings.resendUnit(), clock);
		books = new Books(settings.data().resolve("books.jsonl"), memory, webhooks, clock);
		provider = new ProviderCalls(books, memory, faults, settings.secretKey(), clock);
		own = new SandboxCalls(books, faults, webhooks, clock);
		server = listen(settings);
	}

	/**
	 * Starts on 127.0.0.1.
	 * @param port any free one when 0
	 * @param data folder of the kept books
	 */
	public static Sandbox start(int port, Path data) {
		return start(SandboxSettings.of(port, data));
	}

	public static Sandbox start(SandboxSettings settings) {
		return start(settings, Clock.systemUTC());
	}

	static Sandbox start(SandboxSettings settings, Clock clock) {
		var sandbox = new Sandbox(settings, clock);
		sandbox.server.createContext("/", sandbox::handle);
		sandbox.server.setExecutor(sandbox.workers);
		sandbox.server.start();
		sandbox.webhooks.resume();
		return sandbox;
	}

	/** Where it listens, such as {@code http://127.0.0.1:8089}. */
	public String url() {
		var address = server.getAddress();
		return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort();
	}

	/** Cuts every line and ends; the books stay. */
	@Override
	public void close() {
		closing = true;
		server.stop(0);
		workers.shutdownNow();
		webhooks.close();
		books.close();
	}

	public static void main(String[] args) throws InterruptedException {
		var sandbox = start(SandboxSettings.from(System.getenv()));
		Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "shutdown"));
		System.out.println("The provider's sandbox listens at " + sandbox.url());
		new CountDownLatch(1).await();
	}

	private HttpServer listen(SandboxSettings settings) {
		try {
			return HttpServer.create(new InetSocketAddress(settings.address(), settings.port()), BACKLOG);
		}
		catch (IOException ex) {
			books.close();
			throw new UncheckedIOException("Cannot listen at port " + settings.port(), ex);
		}
	}

	private void handle(HttpExchange exchange) throws IOException {
		var call = new Call(exchange);
		call.reply(answer(call));
	}

	private Reply answer(Call call) {
		try {
			var path = call.path();
			var first = path.isEmpty() ? "" : path.getFirst();
			return switch (first) {
				case "v1" -> provider.reply(call);
				case "sandbox" -> own.reply(call);
				default -> throw Refused.because(ErrorCode.NOT_FOUND);
			};
		}
		catch (Refused ex) {
			return ex.answer();
		}
		catch (RuntimeException ex) {
			if (closing) {
				return new Reply.Silence();
			}
			System.getLogger(Sandbox.class.getName()).log(System.Logger.Level.ERROR, "A call failed", ex);
			return Refused.because(ErrorCode.FAILED_INTERNAL_SYSTEM_PROCESSING).answer();
		}
	}

	private static void setUnlessSet(String name, String value) {
		if (System.getProperty(name) == null) {
			System.setProperty(name, value);
		}
	}

}
