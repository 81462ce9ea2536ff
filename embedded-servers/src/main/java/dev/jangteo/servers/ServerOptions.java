package dev.jangteo.servers;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What differs between a server for tests and one that is kept.
 *
 * @param lifetime how long the process lives
 * @param durable whether an acknowledged write survives a power cut; without it only the
 * end of the process
 * @param heapMegabytes the most a server in Java takes for its heap
 * @param jars the folder with the jars of a server in Java; absent: where the build put
 * them
 * @param aotCache the file with a JVM's start prepared ahead of time; used when it exists
 */
public record ServerOptions(Lifetime lifetime, boolean durable, int heapMegabytes, Optional<Path> jars,
		Optional<Path> aotCache) {

	private static final int TEST_HEAP = 300;

	/**
	 * Quick, forgetful, and gone with this JVM.
	 */
	public static ServerOptions forTests() {
		return new ServerOptions(Lifetime.WITH_THIS_JVM, false, TEST_HEAP, Optional.empty(), Optional.empty());
	}

	/**
	 * Durable, and there until stopped.
	 */
	public static ServerOptions kept() {
		return new ServerOptions(Lifetime.UNTIL_STOPPED, true, TEST_HEAP, Optional.empty(), Optional.empty());
	}

	public ServerOptions withHeap(int megabytes) {
		return new ServerOptions(this.lifetime, this.durable, megabytes, this.jars, this.aotCache);
	}

	public ServerOptions withJars(Path folder) {
		return new ServerOptions(this.lifetime, this.durable, this.heapMegabytes, Optional.of(folder), this.aotCache);
	}

	public ServerOptions withAotCache(Path file) {
		return new ServerOptions(this.lifetime, this.durable, this.heapMegabytes, this.jars, Optional.of(file));
	}

	public ServerOptions withDurability() {
		return new ServerOptions(this.lifetime, true, this.heapMegabytes, this.jars, this.aotCache);
	}

}
