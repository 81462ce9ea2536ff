package dev.jangteo.payment.provider.toss;

import dev.jangteo.payment.provider.Decline;
import dev.jangteo.payment.provider.ProviderAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorCodesTests {

	@ParameterizedTest
	@CsvSource({ "403, REJECT_CARD_PAYMENT, CARD_REFUSED", "400, INVALID_STOPPED_CARD, CARD_INVALID",
			"403, REJECT_ACCOUNT_PAYMENT, NOT_ENOUGH_MONEY", "400, EXCEED_MAX_AMOUNT, LIMIT_EXCEEDED",
			"400, BELOW_MINIMUM_AMOUNT, AMOUNT_NOT_POSSIBLE", "404, NOT_FOUND_PAYMENT_SESSION, SESSION_OVER",
			"403, NOT_CANCELABLE_PAYMENT, CARD_REFUSED", "400, SOMETHING_NEW, CARD_REFUSED",
			"429, TOO_MANY_REQUESTS, PROVIDER_BUSY" })
	void aRefusalIsADeclineWithAReason(int status, String code, Decline decline) {
		assertThat(ErrorCodes.meaning(status, code)).isEqualTo(new ProviderAnswer.Refused(decline, code));
		assertThat(decline.sentence()).isNotBlank();
	}

	@ParameterizedTest
	@CsvSource({ "500, FAILED_INTERNAL_SYSTEM_PROCESSING", "400, PROVIDER_ERROR", "409, IDEMPOTENT_REQUEST_PROCESSING",
			"400, ALREADY_PROCESSED_PAYMENT", "502, NO_CODE", "503, REJECT_CARD_PAYMENT" })
	void whatLeavesTheOutcomeOpenIsSilence(int status, String code) {
		assertThat(ErrorCodes.meaning(status, code)).isEqualTo(new ProviderAnswer.Silent(code));
	}

	@ParameterizedTest
	@CsvSource({ "401, UNAUTHORIZED_KEY", "401, ANYTHING", "403, FORBIDDEN_REQUEST", "400, INVALID_REQUEST" })
	void whatWeDoWrongIsOurFault(int status, String code) {
		assertThat(ErrorCodes.meaning(status, code)).isEqualTo(new ProviderAnswer.OurFault(code));
	}

	@Test
	void aPaymentNobodyKnowsIsAbsent() {
		assertThat(ErrorCodes.meaning(404, "NOT_FOUND_PAYMENT")).isEqualTo(new ProviderAnswer.Absent());
	}

}
