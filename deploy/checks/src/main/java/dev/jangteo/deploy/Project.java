package dev.jangteo.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of the project, named relative to its root.
 *
 * @param root the folder of the parent's pom.xml
 */
public record Project(Path root) {

	private static final Pattern MODULE = Pattern.compile("<module>([a-z0-9/-]+)</module>");

	/** The folders of the parent's modules. */
	List<String> modules() {
		return MODULE.matcher(text("pom.xml")).results().map(match -> match.group(1)).toList();
	}

	/** Those that are services. */
	List<String> services() {
		return modules().stream().filter(module -> module.matches("gateway|[a-z]+-service")).toList();
	}

	boolean has(String file) {
		return Files.exists(root.resolve(file));
	}

	Path path(String file) {
		return root.resolve(file);
	}

	String text(String file) {
		try {
			return Files.readString(root.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<String> lines(String file) {
		return text(file).lines().toList();
	}

	/** The first line that contains the words, or 1. */
	int lineOf(String file, String words) {
		var lines = lines(file);
		for (int i = 0; i < lines.size(); i++) {
			if (lines.get(i).contains(words)) {
				return i + 1;
			}
		}
		return 1;
	}

	/** The files of a folder and of those below, sorted. */
	List<String> files(String folder, String... endings) {
		if (!has(folder)) {
			return List.of();
		}
		try (var walked = Files.walk(root.resolve(folder))) {
			return walked.filter(Files::isRegularFile)
				.map(file -> root.relativize(file).toString())
				.filter(file -> endings.length == 0 || Stream.of(endings).anyMatch(file::endsWith))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
