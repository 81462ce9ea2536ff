package dev.jangteo.local.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

import dev.jangteo.local.platform.Home;
import dev.jangteo.servers.ServerFailed;

/**
 * Lets only one command at a time change the platform of a home. The system takes the
 * lock back when this JVM ends, however it ends.
 */
final class Lock implements AutoCloseable {

	private final FileChannel channel;

	private final FileLock lock;

	private Lock(FileChannel channel, FileLock lock) {

		this.channel = channel;
		this.lock = lock;
	}

	static Lock of(Home home) {

		try {

			Files.createDirectories(home.folder());

			var channel = FileChannel.open(home.folder().resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			var lock = channel.tryLock();

			if (lock == null) {
				channel.close();
				throw new ServerFailed(
						"Another ./jangteo is starting or stopping this platform. Wait for it to finish.");
			}

			return new Lock(channel, lock);
		}
		catch (IOException e) {
			throw new ServerFailed("The folder %s cannot be written: %s. Set JANGTEO_HOME to one that can."
				.formatted(home.folder(), e.getMessage()), e);
		}
	}

	@Override
	public void close() throws IOException {

		this.lock.release();
		this.channel.close();
	}

}
