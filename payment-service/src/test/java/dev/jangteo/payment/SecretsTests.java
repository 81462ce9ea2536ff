package dev.jangteo.payment;

import java.util.List;
import java.util.Map;

import dev.jangteo.events.AggregateSource;
import dev.jangteo.payment.support.ServiceTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class SecretsTests extends ServiceTests {

	private static final String SECRET_KEY = "local-only-test-sk";

	@Autowired
	private List<AggregateSource<?>> sources;

	@Autowired
	private JsonMapper json;

	// Every payment key of the sandbox begins with tsbx_: a canary in each call.
	@Test
	void paymentKeysAndSecretsStandInNoLogMetricOrEvent(CapturedOutput output) {
		var approved = paid(18000);
		PROVIDER.faults(Map.of("confirm", Map.of("mode", "CUT_AFTER_APPROVAL"), "query", Map.of("mode", "ERROR"),
				"cancel", Map.of("mode", "REFUSE")));
		var unknown = anOrder(18000);
		pay(unknown, PROVIDER.widget(unknown, 18000), 18000);
		becomes(approved.order(), "REJECTED");
		await().until(() -> jdbc.sql("select count(*) from provider_calls where payment_id = ? and call = 'CANCEL'")
			.param(approved.id())
			.query(Integer.class)
			.single() > 0);
		pay(unknown, "tsbx_wrong key", 18000);
		nobody().post("/api/v1/payments/webhooks/toss", "{\"data\":{\"paymentKey\":\"tsbx_x\",\"orderId\":[1]}}");
		PROVIDER.noFaults();
		await().untilAsserted(() -> assertThat(status(approved.order())).isEqualTo("REFUNDED"));
		await().untilAsserted(() -> assertThat(status(unknown)).isEqualTo("APPROVED"));

		assertThat(output.getAll()).doesNotContain("tsbx_").doesNotContain(SECRET_KEY);
		assertThat(nobody().get("/actuator/prometheus").text()).contains("jangteo_provider_calls")
			.doesNotContain("tsbx_")
			.doesNotContain(SECRET_KEY);
		assertThat(published(approved)).contains("REFUNDED").doesNotContain("tsbx_");
		assertThat(shopper().get("/api/v1/payments/" + approved.id()).text()).doesNotContain("tsbx_");
		assertThat(jdbc.sql("select outcome from provider_calls").query(String.class).list())
			.noneMatch((outcome) -> outcome.contains("tsbx_"));
	}

	@Test
	void everyRouteIsDocumented() {
		assertThat(shopper().get("/v3/api-docs").body().at("/paths").propertyNames()).contains(
				"/api/v1/payments/confirmations", "/api/v1/payments", "/api/v1/payments/{id}",
				"/api/v1/payments/webhooks/toss", "/api/v1/ops/payments/{id}", "/api/v1/ops/payments/verification",
				"/api/v1/owner/settlements", "/api/v1/owner/settlements/{id}", "/api/v1/ops/settlements/{day}",
				"/api/v1/ops/sales/live");
	}

	private String published(Paid payment) {
		return sources.stream()
			.filter((source) -> source.aggregate().equals("payment"))
			.map((source) -> json.writeValueAsString(source.byIds(List.of(payment.id()))))
			.findFirst()
			.orElseThrow();
	}

}
