package dev.jangteo.gateway.passage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CleanPathTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "/", "/api/v1/shops", "/api/v1/shops/", "/api/v1/%EA%B9%80", "/a.b/c..d/.e", "/a%20b", "/~x" })
	void passesPlainPaths(String path) {
		assertThat(CleanPath.isClean(path)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "//", "/a//b", "/.", "/..", "/./a", "/../a", "/a/..", "/a/../b", "/a;b", "/a\\b",
			"/a b", "/%", "/%2", "/%zz", "/%2e", "/%2E%2e/x", "/%2f", "/%5c", "/%25", "/%3b", "/%00", "/%0a", "/%7f",
			"/caf\u00e9" })
	void refusesWhatCouldBeReadAsAnotherPath(String path) {
		assertThat(CleanPath.isClean(path)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/internal", "/internal/x", "/INTERNAL", "/actuator/env", "/.well-known/jwks.json" })
	void knowsWhatIsInside(String path) {
		assertThat(CleanPath.isInner(path)).isTrue();
	}

}
