package dev.jangteo.benchmarks.tools;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.figures.Latencies;

/**
 * An open model: requests are due at a fixed rate whatever the answers do, and a latency
 * counts from the moment a request was due, so that waiting is not hidden.
 */
public final class OpenLoad {

	private final int connections;

	/**
	 * Load over so many connections; more than are ever busy at once, else waiting for
	 * one of them is part of the latency.
	 */
	public OpenLoad(int connections) {
		this.connections = connections;
	}

	/**
	 * Sends the requests in turn to the address, at the rate, for the time.
	 * @param requests whole HTTP/1.1 requests as bytes
	 * @return the latencies of all requests
	 * @throws Unmeasurable when an answer was not 2xx or a connection broke
	 */
	public Latencies run(URI address, List<byte[]> requests, double perSecond, Duration time)
			throws IOException, InterruptedException {
		int count = (int) (perSecond * time.toMillis() / 1000);
		long[] nanos = new long[count];
		BlockingDeque<Connection> free = new LinkedBlockingDeque<>();
		List<Connection> all = new ArrayList<>();
		try {
			for (int i = 0; i < this.connections; i++) {
				Connection connection = new Connection(address, nanos, free);
				all.add(connection);
				free.addFirst(connection);
			}
			send(free, requests, perSecond, count);
			for (int i = 0; i < this.connections; i++) {
				taken(free);
			}
		}
		finally {
			all.forEach(Connection::close);
		}
		return new Latencies(nanos);
	}

	private static void send(BlockingDeque<Connection> free, List<byte[]> requests, double perSecond, int count)
			throws IOException, InterruptedException {
		double interval = 1e9 / perSecond;
		long start = System.nanoTime();
		for (int i = 0; i < count; i++) {
			long due = start + (long) (i * interval);
			for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
				LockSupport.parkNanos(wait);
			}
			taken(free).send(i, due, requests.get(i % requests.size()));
		}
	}

	private static Connection taken(BlockingDeque<Connection> free) throws InterruptedException {
		Connection connection = free.pollFirst(10, TimeUnit.SECONDS);
		if (connection == null) {
			throw new Unmeasurable("No connection was answered within 10 s.");
		}
		connection.check();
		return connection;
	}

	/**
	 * One connection and the thread that waits for its answers.
	 */
	private static final class Connection {

		private final Socket socket;

		private final Thread reader;

		private final long[] nanos;

		private final BlockingDeque<Connection> free;

		private volatile int index;

		private volatile long due;

		private volatile boolean open = true;

		private volatile String trouble = "";

		Connection(URI address, long[] nanos, BlockingDeque<Connection> free) throws IOException {
			this.nanos = nanos;
			this.free = free;
			this.socket = new Socket();
			this.socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
			this.socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 2000);
			this.reader = Thread.ofPlatform().daemon().name("open-load").start(this::read);
		}

		void send(int index, long due, byte[] request) throws IOException {
			this.index = index;
			this.due = due;
			this.socket.getOutputStream().write(request);
		}

		void check() {
			if (!this.trouble.isEmpty()) {
				throw new Unmeasurable(this.trouble);
			}
		}

		private void read() {
			try {
				HttpAnswers answers = new HttpAnswers(this.socket.getInputStream());
				while (true) {
					int status = answers.next();
					this.nanos[this.index] = System.nanoTime() - this.due;
					if (status < 200 || status > 299) {
						this.trouble = "An answer was " + status + ".";
					}
					this.free.addFirst(this);
				}
			}
			catch (IOException | RuntimeException ex) {
				if (this.open) {
					this.trouble = "A connection broke: " + ex.getMessage();
					this.free.addFirst(this);
				}
			}
		}

		void close() {
			this.open = false;
			try {
				this.socket.close();
			}
			catch (IOException ex) {
				this.trouble = "A connection did not close: " + ex.getMessage();
			}
			this.reader.interrupt();
		}

	}

}
