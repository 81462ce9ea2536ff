package dev.jangteo.payment.provider.toss;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.provider.Cancellation;
import dev.jangteo.payment.provider.Charge;
import dev.jangteo.payment.provider.PaymentKey;
import dev.jangteo.payment.provider.PaymentProvider;
import dev.jangteo.payment.provider.ProviderAnswer;
import dev.jangteo.payment.provider.ProviderAway;
import dev.jangteo.payment.provider.ProviderTransaction;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Speaks the Toss Payments API. Its addresses and bodies hold payment keys, so nothing of
 * them, and no exception that quotes them, is logged.
 */
class TossPayments implements PaymentProvider {

	private static final Logger logger = LoggerFactory.getLogger(TossPayments.class);

	private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

	private static final int LONGEST_BODY = 4_000_000;

	private final RestClient client;

	private final BoundedCalls calls;

	private final Bulkhead charges;

	private final Bulkhead questions;

	private final JsonMapper json;

	private final MeterRegistry meters;

	TossPayments(RestClient client, BoundedCalls calls, Bulkhead charges, Bulkhead questions, JsonMapper json,
			MeterRegistry meters) {
		this.client = client;
		this.calls = calls;
		this.charges = charges;
		this.questions = questions;
		this.json = json;
		this.meters = meters;
	}

	@Override
	public ProviderAnswer charge(Charge charge) {
		var body = Map.of("paymentKey", charge.key().value(), "orderId", charge.order().value().toString(), "amount",
				charge.amount().amount());
		return call("confirm", charges,
				client.post().uri("/v1/payments/confirm").header("Idempotency-Key", charge.once()).body(body));
	}

	@Override
	public ProviderAnswer cancel(Cancellation cancellation) {
		return call("cancel", questions,
				client.post()
					.uri("/v1/payments/{key}/cancel", cancellation.key().value())
					.header("Idempotency-Key", cancellation.once())
					.body(Map.of("cancelReason", cancellation.reason())));
	}

	@Override
	public ProviderAnswer find(OrderId order) {
		return call("find", questions, client.get().uri("/v1/payments/orders/{order}", order.value()));
	}

	@Override
	public ProviderAnswer find(PaymentKey key) {
		return call("find", questions, client.get().uri("/v1/payments/{key}", key.value()));
	}

	@Override
	public List<ProviderTransaction> transactions(Instant from, Instant to, @Nullable String after, int limit) {
		var request = client.get()
			.uri((uri) -> uri.path("/v1/transactions")
				.queryParam("startDate", local(from))
				.queryParam("endDate", local(to))
				.queryParamIfPresent("startingAfter", Optional.ofNullable(after))
				.queryParam("limit", limit)
				.build());
		var found = new AtomicReference<List<ProviderTransaction>>();
		var answer = counted("transactions", questions, () -> ask(request, (bytes) -> {
			var lines = json.readValue(bytes, TossBodies.Transaction[].class);
			found.set(List.of(lines).stream().map(TossBodies.Transaction::read).toList());
			return new ProviderAnswer.Absent();
		}));
		var lines = found.get();
		if (lines == null) {
			throw new ProviderAway(answer.word());
		}
		return lines;
	}

	@Override
	public boolean isAvailable() {
		return calls.areAllowed();
	}

	private ProviderAnswer call(String operation, Bulkhead bulkhead, RestClient.RequestHeadersSpec<?> request) {
		return counted(operation, bulkhead, () -> ask(request,
				(bytes) -> new ProviderAnswer.Told(json.readValue(bytes, TossBodies.Payment.class).read())));
	}

	private ProviderAnswer counted(String operation, Bulkhead bulkhead, Supplier<ProviderAnswer> call) {
		var start = System.nanoTime();
		var answer = calls.run(bulkhead, call);
		meters.timer("jangteo.provider.calls", "operation", operation, "answer", answer.getClass().getSimpleName())
			.record(Duration.ofNanos(System.nanoTime() - start));
		if (answer instanceof ProviderAnswer.OurFault fault) {
			logger.error("The provider refuses us: {} on {}", fault.code(), operation);
		}
		return answer;
	}

	private ProviderAnswer ask(RestClient.RequestHeadersSpec<?> request, Reader reader) {
		try {
			var answer = request.exchange((_, response) -> read(response, reader));
			return (answer != null) ? answer : new ProviderAnswer.Silent("empty");
		}
		catch (RestClientException ex) {
			var cause = NestedExceptionUtils.getMostSpecificCause(ex);
			var name = cause.getClass().getSimpleName();
			return neverArrived(ex) ? new ProviderAnswer.NotSent(name) : new ProviderAnswer.Silent(name);
		}
		catch (RuntimeException ex) {
			return new ProviderAnswer.Silent(ex.getClass().getSimpleName());
		}
	}

	private ProviderAnswer read(ClientHttpResponse response, Reader reader) throws IOException {
		var status = response.getStatusCode().value();
		var bytes = response.getBody().readNBytes(LONGEST_BODY);
		try {
			return (status == 200) ? reader.read(bytes) : ErrorCodes.meaning(status, code(bytes));
		}
		catch (JacksonException | IllegalArgumentException | NullPointerException ex) {
			return new ProviderAnswer.Silent("unreadable-" + status);
		}
	}

	private String code(byte[] bytes) {
		var code = json.readValue(bytes, TossBodies.Failure.class).code();
		// It goes into logs and records: nothing but a code may pass.
		return (code != null && code.matches("[A-Z0-9_]{1,64}")) ? code : "NO_CODE";
	}

	private static boolean neverArrived(Throwable ex) {
		for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
				return true;
			}
		}
		return false;
	}

	private static String local(Instant time) {
		return DateTimeFormatter.ISO_LOCAL_DATE_TIME
			.format(time.atZone(SEOUL).toLocalDateTime().truncatedTo(ChronoUnit.MILLIS));
	}

	private interface Reader {

		ProviderAnswer read(byte[] bytes);

	}

}
