package dev.jangteo.shop.products;

import dev.jangteo.shop.values.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GtinTests {

	@ParameterizedTest
	@ValueSource(strings = { "96385074", "036000291452", "4006381333931", "00012345600012", "4-006381-333931" })
	void acceptsNumbersWhoseCheckDigitIsRight(String number) {
		assertThat(Gtin.of(number)).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "4006381333932", "036000291453", "123", "400638133393", "40063813339311", "abcdefgh",
			"４００６３８１３３３９３１" })
	void refusesOthers(String number) {
		assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Gtin.of(number))
			.returns("gtin", InvalidValue::field);
	}

	@Test
	void nothingIsNoNumber() {
		assertThat(Gtin.of(" ")).isNull();
		assertThat(Gtin.of(null)).isNull();
	}

}
