package dev.jangteo.local.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTests {

	@TempDir
	Path home;

	@Test
	void areMadeOnceAndKept() {

		var first = new Secrets(this.home).get("service-secret");

		assertThat(first).hasSizeGreaterThanOrEqualTo(43);
		assertThat(new Secrets(this.home).get("service-secret")).isEqualTo(first);
		assertThat(new Secrets(this.home).get("another")).isNotEqualTo(first);
	}

	@Test
	void areReadableForTheirOwnerOnly() throws Exception {

		new Secrets(this.home).get("service-secret");

		assertThat(
				PosixFilePermissions.toString(Files.getPosixFilePermissions(this.home.resolve("secrets.properties"))))
			.isEqualTo("rw-------");
	}

}
