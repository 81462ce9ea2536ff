package dev.jangteo.review.reviews;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskTests {

	@ParameterizedTest
	@ValueSource(strings = { "010-1234-5678", "01012345678", "010 1234 5678", "010.1234.5678", "02-123-4567",
			"+82 10 1234 5678", "(031) 123-4567", "０１０－１２３４－５６７８", "0 1 0 1 2 3 4 5 6 7 8", "1588-1234",
			"someone@example.com", "some.one+tag@mail.example.co.kr", "https://example.com/a?b=c", "www.example.com",
			"HTTP://EXAMPLE.COM", "example.com/offer", "bit.ly/abc", "맛집.com" })
	void masksWhatLeadsAway(String secret) {
		var masked = Mask.mask("Call " + secret + " now");

		assertThat(masked).startsWith("Call").endsWith("now").contains("***");
		assertThat(masked.replaceAll("[^0-9a-z@.]", "")).doesNotContain("1234").doesNotContain("example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ordered 2026-11-21 at 13:05", "10,000 won for 3 pieces, 4.5 of 5", "Fine.Thanks",
			"2 + 2 = 4 ... really", "맛있어요! 또 시킬게요 :)", "Waited 120 minutes", "9.5/10" })
	void leavesOrdinaryTextAlone(String text) {
		assertThat(Mask.mask(text)).isEqualTo(text);
	}

	@Test
	void hostileTextIsMaskedInTime() {
		var text = "a.".repeat(1000);

		assertThat(Mask.mask(text)).isEqualTo(text);
		assertThat(Mask.mask("0-".repeat(1000))).contains("***");
		assertThat(Mask.mask("www." + "a".repeat(1900))).startsWith("***");
	}

}
