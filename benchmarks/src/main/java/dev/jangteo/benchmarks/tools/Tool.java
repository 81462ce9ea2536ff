package dev.jangteo.benchmarks.tools;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import dev.jangteo.benchmarks.figures.Unmeasurable;

/**
 * A program of the system that the benchmarks call, and the Debian package it is in.
 */
public enum Tool {

	WRK("wrk", "wrk"), NGINX("nginx", "nginx-light"), PGBENCH("pgbench", "postgresql-contrib"),
	REDIS_BENCHMARK("redis-benchmark", "redis-tools"), REDIS_CLI("redis-cli", "redis-tools");

	private final String program;

	private final String debianPackage;

	Tool(String program, String debianPackage) {
		this.program = program;
		this.debianPackage = debianPackage;
	}

	/**
	 * The program's path.
	 * @throws Unmeasurable naming the package to install, when it is absent
	 */
	public String path() {
		return search(this.program, this.debianPackage, System.getenv().getOrDefault("PATH", ""));
	}

	static String search(String program, String debianPackage, String searchPath) {
		return Stream
			.concat(Arrays.stream(searchPath.split(File.pathSeparator)),
					Stream.of("/usr/sbin", "/usr/local/sbin", "/sbin"))
			.filter((folder) -> !folder.isEmpty())
			.map((folder) -> Path.of(folder, program))
			.filter(Files::isExecutable)
			.findFirst()
			.map(Path::toString)
			.orElseThrow(() -> new Unmeasurable("%s is not installed here; on Debian or Ubuntu: apt-get install %s"
				.formatted(program, debianPackage)));
	}

}
