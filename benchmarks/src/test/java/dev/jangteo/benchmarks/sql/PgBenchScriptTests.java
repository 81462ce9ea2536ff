package dev.jangteo.benchmarks.sql;

import java.util.List;

import dev.jangteo.benchmarks.figures.Unmeasurable;
import dev.jangteo.benchmarks.sql.StatementLog.Logged;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PgBenchScriptTests {

	private static final String TEXT = """
			@@71 order_service@@ LOG:  execute <unnamed>: select terms
			\tfrom copied_shops where id = $1::uuid
			@@71 order_service@@ DETAIL:  Parameters: $1 = '0198c0de-0000-7000-8000-000000000001'
			@@70 shop_service@@ LOG:  statement: select 1
			@@71 order_service@@ LOG:  execute S_1: BEGIN
			@@72 order_service@@ LOG:  execute S_3: insert into keys values ($1, $2, $3, $4)
			@@72 order_service@@ DETAIL:  Parameters: $1 = 'it''s', $2 = NULL, $3 = '%s', $4 = '%s'
			@@71 order_service@@ LOG:  execute S_2: COMMIT
			""";

	@Test
	void readsStatementsAndParametersOfOneDatabase() {
		List<Logged> statements = StatementLog.parse("order_service", TEXT.formatted("a", "b"));
		assertThat(statements).hasSize(4);
		assertThat(statements.get(0).sql()).isEqualTo("select terms\nfrom copied_shops where id = $1::uuid");
		assertThat(statements.get(0).parameters()).containsExactly("0198c0de-0000-7000-8000-000000000001");
		assertThat(statements.get(2).parameters()).containsExactly("it's", null, "a", "b");
	}

	@Test
	void keepsWhatStayedTheSameAndMakesTheRestAnew() {
		PgBenchScript script = PgBenchScript.of("s",
				StatementLog.parse("order_service",
						TEXT.formatted("0198c0de-0000-7000-8000-00000000000a", "2026-11-21 03:04:05.6+00")),
				StatementLog.parse("order_service",
						TEXT.formatted("0198c0de-0000-7000-8000-00000000000b", "2026-11-21 03:04:06.7+00")));
		assertThat(script.text()).isEqualTo("""
				\\set key random(1, 1000000000000000000)
				select terms
				from copied_shops where id = :s0_1::uuid;
				\\startpipeline
				begin;
				insert into keys values (:s2_1, null, (select uuidv7()), now());
				\\endpipeline
				COMMIT;
				""");
		assertThat(script.variables()).containsEntry("s0_1", "0198c0de-0000-7000-8000-000000000001")
			.containsEntry("s2_1", "it's")
			.hasSize(2);
		assertThat(script.statements()).isEqualTo(4);
	}

	@Test
	void anIdOfTheRequestIsTheSameWhereverItComesUp() {
		PgBenchScript script = PgBenchScript.of("s", recorded("0198c0de-0000-7000-8000-00000000000a"),
				recorded("0198c0de-0000-7000-8000-00000000000b"));
		assertThat(script.text()).contains("\\set n :n + 1\n")
			.containsPattern(
					"where id = \\(lpad.* \\|\\| lpad\\(to_hex\\(:n::bigint \\* 16 \\+ 0\\), 20, '0'\\)\\)::uuid;")
			.containsPattern("null, \\(lpad.*16 \\+ 0.*::uuid, :s1_4\\);");
		assertThat(script.variables()).containsEntry("n", "0");
	}

	private static List<Logged> recorded(String id) {
		return List.of(new Logged(1, "select 1 from t where id = $1", List.of(id)),
				new Logged(1, "insert into k values ($1, null, $3, $4)", List.of("a", "b", id, "d")));
	}

	@Test
	void makesAKeyForAnyOtherShortValueThatChanged() {
		assertThat(PgBenchScript
			.of("s", StatementLog.parse("order_service", TEXT.formatted("x", "k1")),
					StatementLog.parse("order_service", TEXT.formatted("x", "k2")))
			.text()).contains("values (:s2_1, null, :s2_3, :key)");
	}

	@Test
	void keepsTheSizeOfLongContentThatChanged() {
		PgBenchScript script = PgBenchScript.of("s",
				StatementLog.parse("order_service", TEXT.formatted("x", "a".repeat(500))),
				StatementLog.parse("order_service", TEXT.formatted("x", "b".repeat(500))));
		assertThat(script.variables()).containsEntry("s2_4", "a".repeat(500));
	}

	@Test
	void makesAnIdAtRandomWhereItWasAtRandom() {
		assertThat(PgBenchScript
			.of("s", StatementLog.parse("order_service", TEXT.formatted("58e3f118-c5bc-439d-97d5-552773231cff", "y")),
					StatementLog.parse("order_service", TEXT.formatted("68e3f118-c5bc-439d-97d5-552773231cff", "y")))
			.text()).contains("null, (select gen_random_uuid()), :s2_4)");
	}

	@Test
	void readsLongParameters() {
		assertThat(StatementLog.parse("order_service", TEXT.formatted("'' ".repeat(20_000), "y"))
			.get(2)
			.parameters()
			.get(2)).isEqualTo("' ".repeat(20_000));
	}

	@Test
	void refusesToRepeatWhatDiffersInShape() {
		List<Logged> whole = StatementLog.parse("order_service", TEXT.formatted("x", "y"));
		assertThatExceptionOfType(Unmeasurable.class)
			.isThrownBy(() -> PgBenchScript.of("s", whole, whole.subList(0, 3)));
	}

}
