package dev.jangteo.deploy;

import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The project's own files pass every check. */
class ProjectTests {

	static final Project PROJECT = new Project(Path.of("../..").toAbsolutePath().normalize());

	@ParameterizedTest
	@MethodSource
	void allIsWell(Check check) {
		assertThat(check.run(PROJECT)).isEmpty();
	}

	static java.util.List<Check> allIsWell() {
		return Verify.checks(Tools.ofEnvironment());
	}

}
