package dev.jangteo.local.platform;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;

import dev.jangteo.servers.Lifetime;
import dev.jangteo.servers.Ports;
import dev.jangteo.servers.ServerFailed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlatformTests {

	@TempDir
	Path folder;

	Platform platform;

	@BeforeEach
	void prepare() {
		this.platform = new Platform(new Home(this.folder, Ports.free() - 19_200, Lifetime.WITH_THIS_JVM), (_) -> {
		});
	}

	@Test
	void namesThePartsItHas() {

		assertThat(this.platform.part("order").name()).isEqualTo("order-service");
		assertThat(this.platform.part("kafka").isRunning()).isFalse();

		assertThatExceptionOfType(ServerFailed.class).isThrownBy(() -> this.platform.part("nothing"))
			.withMessageContaining("order-service");
	}

	@Test
	void givesNoTwoPartsTheSamePort() {

		var ports = new ArrayList<Integer>();
		this.platform.parts().forEach((part) -> ports.addAll(part.ports()));

		assertThat(ports).doesNotHaveDuplicates();
	}

	@Test
	void saysWhichPortIsTakenBeforeItStartsAnything() throws Exception {

		var redis = this.platform.part("redis");

		try (var _ = new ServerSocket(redis.port(), 1, InetAddress.getLoopbackAddress())) {

			assertThatExceptionOfType(ServerFailed.class).isThrownBy(this.platform::up)
				.withMessageContaining("Port %d, meant for redis, is used by another program.".formatted(redis.port()))
				.withMessageContaining("JANGTEO_PORT_OFFSET=1000");
		}

		assertThat(this.platform.parts()).noneMatch(Part::isRunning);
	}

	@Test
	void bringsAKilledServerBack() {

		var redis = this.platform.part("redis");

		redis.start();
		redis.kill();
		assertThat(redis.answers()).isFalse();

		redis.start();
		assertThat(redis.answers()).isTrue();

		this.platform.down();
		assertThat(redis.isRunning()).isFalse();
	}

}
