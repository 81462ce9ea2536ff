package dev.jangteo.local.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

import dev.jangteo.servers.Checkout;
import dev.jangteo.servers.ServerFailed;

/**
 * A service's jar taken apart, in a folder named after the jar's contents, the JVM and
 * how it is started, with the JVM's start prepared ahead of time beside it. A folder
 * there is whole, and stays as it is while the next build goes on.
 */
final class Program {

	private static final int EXTRACT_SECONDS = 120;

	private static final int DIGITS = 16;

	private final Service service;

	private final Path folder;

	private Program(Service service, Path folder) {

		this.service = service;
		this.folder = folder;
	}

	/**
	 * Takes the built jar apart unless that was done.
	 */
	static Program installed(Service service, Path home) {

		var jar = builtJar(service);
		var programs = home.resolve("program");
		var folder = programs.resolve(fingerprint(jar, Jvm.command(service)));

		try {

			if (!Files.isDirectory(folder)) {

				Files.createDirectories(programs);

				removeOld(programs);

				var draft = Files.createTempDirectory(programs, "extracting-");
				extract(jar, draft);
				Files.move(draft.resolve("program"), folder, StandardCopyOption.ATOMIC_MOVE);
				delete(draft);
			}
		}
		catch (IOException e) {
			throw new ServerFailed(
					"%s could not be taken apart: %s. Is there room on the disk?".formatted(jar, e.getMessage()), e);
		}

		return new Program(service, folder);
	}

	Path jar() {
		return this.folder.resolve("app.jar");
	}

	Path aotCache() {
		return this.folder.resolve("app.aot");
	}

	Path aotDraft() {
		return this.folder.resolve("draft.aot");
	}

	boolean isTrained() {
		return Files.exists(aotCache());
	}

	/**
	 * Takes what a training run has left, if it has left anything.
	 */
	boolean keepTraining() {

		if (!Files.exists(aotDraft())) {
			return false;
		}

		try {
			Files.move(aotDraft(), aotCache(), StandardCopyOption.ATOMIC_MOVE);
			return true;
		}
		catch (IOException e) {
			throw new ServerFailed("The AOT cache of " + this.service.name() + " could not be kept", e);
		}
	}

	private static Path builtJar(Service service) {

		var target = Checkout.folder().resolve(service.name()).resolve("target");

		try (var files = Files.list(target)) {
			return files.filter((file) -> file.getFileName().toString().matches(service.name() + "-[0-9].*\\.jar"))
				.filter((file) -> !file.toString().matches(".*-(sources|javadoc|tests|plain)\\.jar"))
				.max(Comparator.comparingLong((file) -> file.toFile().lastModified()))
				.orElseThrow(() -> notBuilt(service));
		}
		catch (IOException e) {
			throw notBuilt(service);
		}
	}

	private static ServerFailed notBuilt(Service service) {
		return new ServerFailed("%s is not built. Run ./jangteo up, or: mvn -Pquick package".formatted(service.name()));
	}

	private static String fingerprint(Path jar, List<String> command) {

		try {

			var digest = MessageDigest.getInstance("SHA-256");

			// The sums the jar keeps of its entries say as much as the bytes, and take a
			// hundredth of the time.
			try (var contents = new JarFile(jar.toFile())) {
				contents.stream()
					.map((entry) -> "%s %d %d%n".formatted(entry.getName(), entry.getSize(), entry.getCrc()))
					.forEach((line) -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
			}

			digest.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
			digest.update(String.join(" ", command).getBytes(StandardCharsets.UTF_8));

			return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
		}
		catch (IOException | NoSuchAlgorithmException e) {
			throw new ServerFailed(jar + " cannot be read. Build it again: mvn -Pquick clean package", e);
		}
	}

	private static void extract(Path jar, Path draft) throws IOException {

		var log = draft.resolve("extract.log");
		var process = new ProcessBuilder(Jvm.JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djarmode=tools",
				"-jar", jar.toString(), "extract", "--application-filename", "app.jar", "--destination",
				draft.resolve("program").toString())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();

		try {

			if (!process.waitFor(EXTRACT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
				process.destroyForcibly();
				throw new IOException(Files.readString(log));
			}
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", e);
		}
	}

	// The one before stays: a service of it may be running.
	private static void removeOld(Path programs) throws IOException {

		var old = new ArrayList<>(list(programs));
		old.sort(Comparator.comparingLong((folder) -> folder.toFile().lastModified()));

		for (Path folder : old.subList(0, Math.max(0, old.size() - 1))) {
			delete(folder);
		}
	}

	private static List<Path> list(Path folder) throws IOException {

		try (var files = Files.list(folder)) {
			return files.toList();
		}
	}

	private static void delete(Path folder) throws IOException {

		try (var files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
