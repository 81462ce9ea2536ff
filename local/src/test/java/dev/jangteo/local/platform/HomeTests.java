package dev.jangteo.local.platform;

import java.nio.file.Path;

import dev.jangteo.servers.Lifetime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HomeTests {

	@TempDir
	Path folder;

	@Test
	void shiftsEveryPort() {
		assertThat(new Home(this.folder, 1000, Lifetime.UNTIL_STOPPED).port(8080)).isEqualTo(9080);
	}

	@Test
	void refusesAnOffsetThatLeavesNoPorts() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Home(this.folder, 60_000, Lifetime.UNTIL_STOPPED))
			.withMessageContaining("JANGTEO_PORT_OFFSET");
	}

}
