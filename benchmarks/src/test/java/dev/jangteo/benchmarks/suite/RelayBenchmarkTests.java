package dev.jangteo.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.jangteo.servers.Checkout;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RelayBenchmarkTests {

	@Test
	void thePeerReadsWithTheRelaysOwnQueries() throws IOException {
		Path publishing = Checkout.folder().resolve("common-events/src/main/java/dev/jangteo/events/publishing");
		String reader = plain(Files.readString(publishing.resolve("LogReader.java")));
		String columns = plain(Files.readString(publishing.resolve("LogRow.java")));
		String[] read = plain(RelayBenchmark.READ).split(" from ", 2);
		assertThat(reader).contains(plain(RelayBenchmark.OPEN)).contains("select %s from " + read[1]);
		assertThat(columns).contains("\"" + read[0].substring("select ".length()) + "\"");
		assertThat(plain(Files.readString(publishing.resolve("PublishingSettings.java"))))
			.contains("@DefaultValue(\"" + RelayBenchmark.BATCH + "\") int batch");
	}

	private static String plain(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}

}
