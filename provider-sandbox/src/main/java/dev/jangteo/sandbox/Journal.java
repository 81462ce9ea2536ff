package dev.jangteo.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The books' file: one entry a line, only ever appended to, on the disk before anybody
 * hears of it. Entries of several threads share a flush.
 */
final class Journal implements AutoCloseable {

	private final FileChannel channel;

	private final Object writing = new Object();

	private final ReentrantLock flushing = new ReentrantLock();

	private long written;

	private volatile long flushed;

	/**
	 * Opens the file and reads it.
	 * @throws IllegalStateException when another process has it open, or a line before
	 * the last one cannot be read
	 */
	Journal(Path file, Consumer<Entry> reader) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE);
			lock(file);
			written = read(reader, file);
			flushed = written;
			channel.truncate(written);
			channel.position(written);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Adds an entry; it is on the disk when this returns. */
	void append(Entry entry) {
		try {
			flush(write(line(entry)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Adds an entry that moves no money: our end does not lose it, the machine's may.
	 */
	void note(Entry entry) {
		try {
			write(line(entry));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private long write(ByteBuffer line) throws IOException {
		synchronized (writing) {
			while (line.hasRemaining()) {
				written += channel.write(line);
			}
			return written;
		}
	}

	// Whoever comes while another one flushes finds its entry flushed with the next one.
	private void flush(long position) throws IOException {
		flushing.lock();
		try {
			if (flushed < position) {
				long reached;
				synchronized (writing) {
					reached = written;
				}
				channel.force(false);
				flushed = reached;
			}
		}
		finally {
			flushing.unlock();
		}
	}

	private void lock(Path file) throws IOException {
		try {
			if (channel.tryLock() == null) {
				throw new IllegalStateException("Another process has " + file + " open");
			}
		}
		catch (OverlappingFileLockException ex) {
			throw new IllegalStateException(file + " is open already", ex);
		}
	}

	// A process that was killed may have left half a line at the end: nobody was told of
	// it.
	private static long read(Consumer<Entry> reader, Path file) throws IOException {
		var good = 0L;
		var number = 0;
		var line = new ByteArrayOutputStream();
		var chunk = new byte[1 << 16];
		try (var in = Files.newInputStream(file)) {
			for (int size; (size = in.read(chunk)) >= 0;) {
				var begin = 0;
				for (var at = 0; at < size; at++) {
					if (chunk[at] == '\n') {
						line.write(chunk, begin, at - begin);
						begin = at + 1;
						reader.accept(parse(line.toByteArray(), ++number));
						good += line.size() + 1;
						line.reset();
					}
				}
				line.write(chunk, begin, size - begin);
			}
		}
		return good;
	}

	private static ByteBuffer line(Entry entry) {
		return ByteBuffer.wrap((Json.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
	}

	private static Entry parse(byte[] line, int number) {
		try {
			return Json.read(line, Entry.class);
		}
		catch (JacksonException ex) {
			throw new IllegalStateException("Line " + number + " of the journal cannot be read", ex);
		}
	}

	/**
	 * What happened at once. What was answered and what the merchant is told follow from
	 * the payment.
	 *
	 * @param payment as it is from now on
	 * @param request the idempotency key it was asked with
	 * @param webhook the id under which the merchant is told
	 * @param settled the webhook that needs no more telling
	 */
	@JsonInclude(JsonInclude.Include.NON_EMPTY)
	record Entry(Instant at, @Nullable Payment payment, @Nullable String request, @Nullable String webhook,
			@Nullable String settled) {

		static Entry begun(Payment payment) {
			return new Entry(payment.requestedAt(), payment, null, null, null);
		}

		static Entry settled(String webhook, Instant at) {
			return new Entry(at, null, null, null, webhook);
		}

		Optional<Remembered> remembered() {
			return (payment != null && request != null) ? Optional.of(new Remembered(request, payment, at))
					: Optional.empty();
		}

		Optional<Webhook> told() {
			return (payment != null && webhook != null) ? Optional.of(new Webhook(webhook, at, payment))
					: Optional.empty();
		}

	}

}
