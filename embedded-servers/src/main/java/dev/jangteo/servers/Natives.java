package dev.jangteo.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * Programs that come as resources of jars, unpacked once into {@code .jangteo/programs}
 * of the checkout. A folder there is whole: it is filled under another name and then
 * renamed, so that a crash or a second JVM in between does no harm.
 */
final class Natives {

	private static final String POSTGRES_VERSION = "18.6";

	private static final String REDIS_VERSION = "6.2";

	private static final int ARCHIVE_BUFFER = 1 << 16;

	private Natives() {
	}

	/**
	 * The folder with {@code bin/postgres}.
	 */
	static Path postgres() {
		return unpacked("postgres-" + POSTGRES_VERSION, (target) -> {
			try (var archive = resource("postgres-%s-%s.txz".formatted(system(), isArm() ? "arm_64" : "x86_64"))) {
				unpack(archive, target);
			}
		});
	}

	/**
	 * The program {@code redis-server}.
	 */
	static Path redis() {

		var machine = system() + "-" + (isArm() ? "arm64" : "amd64");

		return unpacked("redis-" + REDIS_VERSION, (target) -> {
			try (var program = resource(switch (machine) {
				case "linux-arm64" -> "redis-server-6.2.7-linux-arm64";
				default -> "redis-server-6.2.6-v5-" + machine;
			})) {
				var file = target.resolve("redis-server");
				Files.copy(program, file);
				Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
			}
		}).resolve("redis-server");
	}

	private static Path unpacked(String name, Filling filling) {

		var programs = Checkout.folder().resolve(".jangteo/programs");
		var folder = programs.resolve(name + "-" + system() + (isArm() ? "-arm64" : "-amd64"));

		if (Files.isDirectory(folder)) {
			return folder;
		}

		try {

			Files.createDirectories(programs);
			var draft = Files.createTempDirectory(programs, name + ".unpacking-");
			Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
			filling.into(draft);

			try {
				Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
			}
			catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
				// Another JVM was quicker.
				delete(draft);
			}

			return folder;
		}
		catch (IOException e) {
			throw new ServerFailed("%s could not be unpacked into %s: %s. Is there room on the disk?".formatted(name,
					programs, e.getMessage()), e);
		}
	}

	private static void unpack(InputStream archive, Path target) throws IOException {

		try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, ARCHIVE_BUFFER)))) {

			for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {

				var file = target.resolve(entry.getName()).normalize();

				if (!file.startsWith(target)) {
					throw new IOException("The archive points outside of itself: " + entry.getName());
				}

				if (entry.isDirectory()) {
					Files.createDirectories(file);
					continue;
				}

				Files.createDirectories(file.getParent());

				if (entry.isSymbolicLink()) {
					Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
				}
				else {
					Files.copy(tar, file);
					Files.setPosixFilePermissions(file, PosixFilePermissions
						.fromString(((entry.getMode() & 0100) != 0) ? "rwxr-xr-x" : "rw-r--r--"));
				}
			}
		}
	}

	private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
		return tar.getNextEntry();
	}

	private static InputStream resource(String name) {

		var resource = Natives.class.getResourceAsStream("/" + name);

		if (resource == null) {
			throw new ServerFailed("There is no " + name + " for this machine (" + System.getProperty("os.name") + " "
					+ System.getProperty("os.arch") + "). Linux on amd64 or arm64 and macOS on arm64 are supported.");
		}

		return resource;
	}

	private static String system() {
		return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
	}

	private static boolean isArm() {
		return System.getProperty("os.arch").equals("aarch64");
	}

	static void delete(Path folder) throws IOException {

		try (var files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

	@FunctionalInterface
	private interface Filling {

		void into(Path target) throws IOException;

	}

}
