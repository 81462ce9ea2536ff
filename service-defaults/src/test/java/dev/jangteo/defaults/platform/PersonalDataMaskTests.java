package dev.jangteo.defaults.platform;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PersonalDataMaskTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			mail kim.minsu+x@example.co.kr now      | mail *** now
			call 010-1234-5678 or 01012345678       | call *** or ***
			call +82 10-1234-5678                   | call ***
			card 4111 1111 1111 1111 ok             | card *** ok
			card 4111111111111111 ok                | card *** ok
			Bearer eyJhbGciOi.eyJzdWIiOi.c2lnbmF0   | Bearer ***
			Key (email, name)=(a b, c) exists       | Key (email, name)=(***) exists
			Failing row contains (1, Kim, Seoul).   | Failing row contains (***).
			""")
	void whatNamesAPersonIsMasked(String text, String masked) {
		assertThat(PersonalDataMask.mask(text)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "order 0198c0de-1234-7123-8123-010123456789 placed", "took 1234567 ms",
			"2026-11-21T03:04:05.678Z", "offset 1763694245678", "short" })
	void whatDoesNotStays(String text) {
		assertThat(PersonalDataMask.mask(text)).isEqualTo(text);
	}

}
