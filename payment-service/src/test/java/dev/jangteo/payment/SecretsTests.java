package dev.jangteo.payment;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.jangteo.events.AggregateSource;
import dev.jangteo.payment.support.ServiceTests;
import dev.jangteo.payment.support.Spans;
import dev.jangteo.servers.TestServers;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class SecretsTests extends ServiceTests {

	private static final String SECRET_KEY = "local-only-test-sk";

	@Autowired
	private List<AggregateSource<?>> sources;

	@Autowired
	private JsonMapper json;

	/** As a careless shop front would send it; and what the provider answers. */
	private static final String CARD = "4242424242424242";

	private static final String MASKED_CARD = "12345678****789*";

	private static final String PHONE = "010-9876-5432";

	@Autowired
	private SdkTracerProvider spans;

	// Every payment key of the sandbox begins with tsbx_: a canary in each call.
	@Test
	void keysCardsAndPersonalDataStandInNoLogSpanMetricOrEvent(CapturedOutput output) {
		var left = Spans.during(spans, this::sendCanaries);

		assertThat(left).anyMatch((span) -> span.contains("/api/v1/payments/confirmations"))
			.anyMatch((span) -> span.contains("/api/v1/payments/webhooks/toss"));
		for (var canary : List.of("tsbx_", SECRET_KEY, CARD, MASKED_CARD, PHONE)) {
			assertThat(output.getAll()).doesNotContain(canary);
			assertThat(left).noneMatch((span) -> span.contains(canary));
			assertThat(nobody().get("/actuator/prometheus").text()).contains("jangteo_provider_calls")
				.doesNotContain(canary);
			assertThat(announced()).contains("payment").doesNotContain(canary);
			assertThat(tried()).noneMatch((outcome) -> outcome.contains(canary));
		}
	}

	private void sendCanaries() {
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
		pay(unknown, "tsbx_" + CARD, 18000, "key " + CARD);
		var careless = new HashMap<String, Object>(confirmation(unknown, "tsbx_other", 18000));
		careless.putAll(Map.of("cardNumber", CARD, "phone", PHONE));
		shopper().post("/api/v1/payments/confirmations", careless, "careless");
		shopper().post("/api/v1/payments/confirmations", "{\"paymentKey\":" + CARD + ",\"" + PHONE, "broken");
		shopper().get("/api/v1/payments?orderId=" + CARD);
		nobody().post("/api/v1/payments/webhooks/toss?phone=" + PHONE,
				"{\"data\":{\"paymentKey\":\"tsbx_x\",\"card\":{\"number\":\"" + CARD + "\"},\"orderId\":[1]}}");
		PROVIDER.noFaults();
		await().untilAsserted(() -> assertThat(status(approved.order())).isEqualTo("REFUNDED"));
		await().untilAsserted(() -> assertThat(status(unknown)).isEqualTo("APPROVED"));
		operator().get("/api/v1/ops/payments/" + approved.id());
		operator().get("/api/v1/ops/payments/verification");
		assertThat(published(approved)).contains("REFUNDED").doesNotContain("tsbx_");
		assertThat(shopper().get("/api/v1/payments/" + approved.id()).text()).doesNotContain("tsbx_");
	}

	/** All notifications, as the log holds them and as they were sent. */
	private String announced() {
		var text = new StringBuilder(
				jdbc.sql("select string_agg(n::text, ' ') from notification_log n").query(String.class).single());
		var settings = Map.<String, Object>of("bootstrap.servers", TestServers.kafka(), "key.deserializer",
				StringDeserializer.class, "value.deserializer", StringDeserializer.class);
		try (var consumer = new KafkaConsumer<String, String>(settings)) {
			var topics = consumer.partitionsFor("jangteo.payment")
				.stream()
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			consumer.assign(topics);
			consumer.seekToBeginning(topics);
			var ends = consumer.endOffsets(topics);
			while (topics.stream().anyMatch((topic) -> consumer.position(topic) < ends.get(topic))) {
				consumer.poll(Duration.ofMillis(200)).forEach((sent) -> {
					text.append(sent.key()).append(sent.value());
					sent.headers().forEach((header) -> text.append(new String(header.value(), UTF_8)));
				});
			}
		}
		return text.toString();
	}

	private List<String> tried() {
		return jdbc.sql("select outcome from provider_calls").query(String.class).list();
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
