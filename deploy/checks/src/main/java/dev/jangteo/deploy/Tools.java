package dev.jangteo.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs of others: those that were fetched into a folder, or those on the path.
 *
 * @param folder where programs are looked for first
 */
record Tools(Path folder) {

	/** What a program said, in both of its streams. */
	record Said(int status, String text) {

	}

	/** As told by the variable JANGTEO_TOOLS. */
	static Tools ofEnvironment() {
		return new Tools(Path.of(System.getenv().getOrDefault("JANGTEO_TOOLS", "/nowhere")));
	}

	Optional<Path> find(String name) {
		var path = System.getenv().getOrDefault("PATH", "").split(":");
		return Stream.concat(Stream.of(folder.resolve("usr/bin")), Stream.of(path).map(Path::of))
			.map(place -> place.resolve(name))
			.filter(Files::isExecutable)
			.findFirst();
	}

	static Said run(Path directory, Path program, List<String> arguments) {
		var command = new ArrayList<String>();
		command.add(program.toString());
		command.addAll(arguments);
		try {
			var process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
			process.getOutputStream().close();
			var text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
			return new Said(process.waitFor(), text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
