package dev.jangteo.defaults.idempotency;

import java.time.Duration;
import java.util.UUID;

import dev.jangteo.defaults.ServiceTests;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StoredAnswersTests extends ServiceTests {

	@Autowired
	StoredAnswers answers;

	@Autowired
	JdbcClient jdbc;

	@Test
	void answersAreKeptForADayAndThenPurgedInSmallSteps() {
		var yesterday = insert("25 hours", 2500);
		var today = insert("24 hours", 1);
		assertThat(this.answers.purge(Duration.ofMinutes(24 * 60 + 30))).isGreaterThanOrEqualTo(2500);
		assertThat(this.answers.find(new Keyed(yesterday, new byte[0]))).isEmpty();
		assertThat(this.answers.find(new Keyed(today, new byte[0]))).isPresent();
	}

	@Test
	void nobodyKeepsThemForLessThanADay() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new IdempotencySettings(Duration.ofHours(23), Duration.ofMinutes(1)));
	}

	private UUID insert(String age, int rows) {
		var id = UUID.randomUUID();
		for (var row = 0; row < rows; row += 500) {
			this.jdbc
				.sql("""
						insert into idempotent_answers (id, request, status, created_at)
						select case when n = 0 and :first then :id else gen_random_uuid() end, '', 200, now() - :age::interval
						from generate_series(0, :last) n""")
				.param("first", row == 0)
				.param("id", id)
				.param("age", age)
				.param("last", Math.min(500, rows) - 1)
				.update();
		}
		return id;
	}

}
