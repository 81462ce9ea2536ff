package dev.jangteo.defaults;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ValuesTests {

	@Test
	void moneyIsExact() {
		var price = Money.of("0.10", "USD");
		assertThat(price.times(3)).isEqualTo(Money.of("0.30", "USD"));
		assertThat(price.plus(Money.of("0.20", "USD"))).isEqualTo(price.times(3));
		assertThat(Money.of(1000, "KRW").minus(Money.of(1500, "KRW")).isNegative()).isTrue();
		assertThat(Money.of("18000.00", "KRW")).isEqualTo(Money.of(18000, "KRW")).hasToString("18000 KRW");
		assertThat(new Money(new BigDecimal("1.8E+4"), Money.of(1, "KRW").currency()))
			.isEqualTo(Money.of(18000, "KRW"));
	}

	@ParameterizedTest
	@CsvSource({ "0.5, KRW", "0.001, USD", "1e16, KRW", "1e999999999, KRW", "1e-999999999, USD", "1, XXXX" })
	void moneyThatDoesNotExistCannotBeMade(String amount, String currency) {
		assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, currency));
	}

	@Test
	void currenciesDoNotMix() {
		assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "KRW").plus(Money.of(1, "USD")));
		assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "KRW").compareTo(Money.of(1, "USD")));
	}

	@Test
	void aCursorCarriesItsKeys() {
		var id = UUID.randomUUID();
		var cursor = Cursors.encode("orders", "2026-11-21T03:04:05Z", id, "한글");
		assertThat(Cursors.decode("orders", cursor)).containsExactly("2026-11-21T03:04:05Z", id.toString(), "한글");
		assertThat(Cursors.<UUID>decode("orders", cursor, (keys) -> UUID.fromString(keys.get(1)))).isEqualTo(id);
		assertThat(Cursors.<UUID>decode("orders", null, (keys) -> id)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "!!!", "bm9uc2Vuc2U", "MTIzH29yZGVycx94" })
	void aMalformedCursorIsRefused(String cursor) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Cursors.decode("orders", cursor))
			.returns(400, (problem) -> problem.getStatusCode().value());
	}

	@Test
	void aCursorOfAnotherListOrFormIsRefused() {
		var cursor = Cursors.encode("reviews", "x");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Cursors.decode("orders", cursor));
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> Cursors.decode("reviews", cursor, (keys) -> UUID.fromString(keys.get(0))));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Cursors.decode("orders", "x".repeat(1000)));
	}

	@Test
	void limitsAreOneToAHundred() {
		assertThat(Cursors.limit(null)).isEqualTo(20);
		assertThat(Cursors.limit(100)).isEqualTo(100);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Cursors.limit(0));
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Cursors.limit(101));
	}

	@Test
	void aPageNamesTheNextOnlyWhenThereIsOne() {
		assertThat(CursorPage.of(List.of("a", "b", "c"), 2, (last) -> "after-" + last))
			.isEqualTo(new CursorPage<>(List.of("a", "b"), "after-b"));
		assertThat(CursorPage.of(List.of("a", "b"), 2, (last) -> "after-" + last).nextCursor()).isNull();
	}

	@Test
	void versionsAreTags() {
		assertThat(ETags.of(7)).isEqualTo("\"7\"");
		assertThat(ETags.required("\"7\"")).isEqualTo(7);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "*", "7", "W/\"7\"", "\"-7\"", "\"7\", \"8\"", "\"99999999999999999999\"" })
	void otherTagsAreRefused(String tag) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> ETags.required(tag));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "GET api", "FETCH/x", "" })
	void aRouteIsAMethodAndAPath(String route) {
		assertThatIllegalArgumentException().isThrownBy(() -> Route.parse(route));
	}

}
