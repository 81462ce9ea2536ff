package dev.jangteo.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.jangteo.servers.ServerFailed;

/**
 * Copies of the jars of programs that run from a class path: neither the next build nor
 * {@code mvn clean} pulls them away from under a running process.
 */
final class InstalledJars {

	private final Path folder;

	InstalledJars(Path folder) {
		this.folder = folder;
	}

	/**
	 * Where the program's jars are: its own, and the others in {@code lib}.
	 */
	Path of(String program) {
		return this.folder.resolve(program);
	}

	/**
	 * Brings the copy up to date with what was built.
	 * @param own name of the program's own jar
	 */
	void install(String program, Path built, String own) {

		if (!differ(own, built, of(program))) {
			return;
		}

		try {

			var draft = this.folder.resolve(program + ".new");
			delete(draft);
			Files.createDirectories(draft.resolve("lib"));
			Files.copy(built.resolve(own), draft.resolve(own), StandardCopyOption.COPY_ATTRIBUTES);

			for (Path jar : list(built.resolve("lib"))) {
				Files.copy(jar, draft.resolve("lib").resolve(jar.getFileName().toString()),
						StandardCopyOption.COPY_ATTRIBUTES);
			}

			delete(of(program));
			Files.move(draft, of(program), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException e) {
			throw new ServerFailed("The jars of %s could not be copied: %s. Are they built? mvn -Pquick package"
				.formatted(program, e.getMessage()), e);
		}
	}

	private static boolean differ(String own, Path built, Path installed) {

		try {
			return !sizes(built).equals(sizes(installed))
					|| Files.mismatch(built.resolve(own), installed.resolve(own)) >= 0;
		}
		catch (IOException e) {
			return true;
		}
	}

	private static Map<String, Long> sizes(Path program) throws IOException {

		var sizes = new HashMap<String, Long>();

		for (Path folder : List.of(program, program.resolve("lib"))) {
			for (Path file : list(folder)) {
				if (file.toString().endsWith(".jar")) {
					sizes.put(file.getFileName().toString(), Files.size(file));
				}
			}
		}

		return sizes;
	}

	private static List<Path> list(Path folder) throws IOException {

		try (var files = Files.list(folder)) {
			return files.toList();
		}
	}

	static void delete(Path folder) {

		if (!Files.exists(folder)) {
			return;
		}

		try (var files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
		catch (IOException e) {
			throw new ServerFailed("%s could not be deleted: %s".formatted(folder, e.getMessage()), e);
		}
	}

}
