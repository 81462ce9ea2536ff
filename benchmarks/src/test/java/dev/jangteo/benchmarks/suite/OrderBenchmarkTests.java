package dev.jangteo.benchmarks.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.jangteo.servers.Checkout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OrderBenchmarkTests {

	@ParameterizedTest
	@ValueSource(strings = { "place-order", "read-menu", "take-stock" })
	void leavesNothingOutThatBelongsToPlacingAnOrder(String statement) throws IOException {
		Path sql = Checkout.folder().resolve("order-service/src/main/resources/sql/%s.sql".formatted(statement));
		assertThat(Files.readString(sql)).doesNotMatch(OrderBenchmark.MACHINERY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "select 1", "SET application_name = 'x'",
			"update notification_cursor set position = $1, moved_at = clock_timestamp() where position < $2",
			"select pg_snapshot_xmin(pg_current_snapshot())::text::bigint" })
	void leavesOutWhatRunsBesideTheRequests(String statement) {
		assertThat(statement).matches(OrderBenchmark.MACHINERY);
	}

}
