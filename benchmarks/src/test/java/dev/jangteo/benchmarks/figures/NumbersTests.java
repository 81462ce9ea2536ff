package dev.jangteo.benchmarks.figures;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumbersTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "12345.6|12,346", "999.6|1000", "123.4|123", "12.34|12.3", "0.42|0.42", "2|2",
			"0|0", "-0.05|-0.05" })
	void showsTheDigitsThatCount(double number, String shown) {
		assertThat(Numbers.plain(number)).isEqualTo(shown);
	}

}
