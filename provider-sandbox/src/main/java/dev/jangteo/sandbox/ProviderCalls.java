package dev.jangteo.sandbox;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.jangteo.sandbox.Faults.Operation;
import dev.jangteo.sandbox.Payment.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * The provider's public interface, under {@code /v1}.
 */
final class ProviderCalls {

	private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);

	private static final int USUAL_LIMIT = 100;

	private static final int MOST = 5000;

	private final Books books;

	private final Memory memory;

	private final Faults faults;

	private final byte[] credentials;

	private final Clock clock;

	ProviderCalls(Books books, Memory memory, Faults faults, String secretKey, Clock clock) {
		this.books = books;
		this.memory = memory;
		this.faults = faults;
		this.credentials = (secretKey + ":").getBytes(StandardCharsets.UTF_8);
		this.clock = clock;
	}

	Reply reply(Call call) {

		authorize(call);
		var path = call.path();

		return switch (call.method()) {
			case "POST" -> post(call, path);
			case "GET" -> get(call, path);
			default -> throw Refused.because(ErrorCode.NOT_FOUND);
		};
	}

	private Reply post(Call call, List<String> path) {
		if (path.equals(List.of("v1", "payments", "confirm"))) {
			return confirm(call);
		}
		if (path.size() == 4 && path.get(1).equals("payments") && path.get(3).equals("cancel")) {
			return cancel(call, path.get(2));
		}
		throw Refused.because(ErrorCode.NOT_FOUND);
	}

	private Reply get(Call call, List<String> path) {
		if (path.equals(List.of("v1", "transactions"))) {
			return query(() -> transactions(call));
		}
		if (path.size() == 3 && path.get(1).equals("payments")) {
			return query(() -> payment(books.find(path.get(2))));
		}
		if (path.size() == 4 && path.get(1).equals("payments") && path.get(2).equals("orders")) {
			return query(() -> payment(books.ofOrder(path.get(3))));
		}
		throw Refused.because(ErrorCode.NOT_FOUND);
	}

	private Reply confirm(Call call) {
		var key = call.idempotencyKey();
		var json = call.json();
		var confirmation = new Confirmation(Fields.required(json, "paymentKey", 200),
				Fields.required(json, "orderId", 64),
				Fields.amount(json, "amount").orElseThrow(() -> Refused.invalid("'amount' is required.")));
		return around(Operation.CONFIRM, key, (decline) -> books.confirm(confirmation, decline, key));
	}

	private Reply cancel(Call call, String paymentKey) {
		var key = call.idempotencyKey();
		var json = call.json();
		var reason = Fields.required(json, "cancelReason", 200);
		@Nullable BigDecimal amount = Fields.amount(json, "cancelAmount").orElse(null);
		return around(Operation.CANCEL, key, (decline) -> {
			if (decline != null) {
				throw Refused.because(decline);
			}
			return books.cancel(paymentKey, amount, reason, key);
		});
	}

	// A repeated request can run into a fault like any other, but is done only once.
	private Reply around(Operation operation, Optional<String> key, Movement work) {
		return faults.around(operation, (way) -> memory.once(key, () -> {
			way.takeTime();
			return work.apply(way.decline());
		}));
	}

	private Reply query(Supplier<Answer> work) {
		return faults.around(Operation.QUERY, (way) -> {
			way.takeTime();
			return work.get();
		});
	}

	private Answer payment(Optional<Payment> payment) {
		return payment.map((found) -> Answer.ok(Wire.payment(found, clock.instant())))
			.orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND_PAYMENT));
	}

	private Answer transactions(Call call) {
		var from = time(call, "startDate");
		var to = time(call, "endDate").plusMillis(999);
		if (to.isBefore(from)) {
			throw Refused.invalid("'startDate' is not after 'endDate'.");
		}
		var after = call.query("startingAfter")
			.map((key) -> books.transaction(key).orElseThrow(() -> Refused.because(ErrorCode.INVALID_TRANSACTION_KEY)));
		var limit = call.query("limit").map(ProviderCalls::limit).orElse(USUAL_LIMIT);
		var found = books.between(from, to)
			.stream()
			.dropWhile((each) -> after.isPresent() && each.compareTo(after.get()) <= 0)
			.limit(limit)
			.map((each) -> Wire.transaction(each, books.find(each.paymentKey()).orElseThrow()))
			.toList();
		return Answer.ok(found);
	}

	// The list knows whole seconds only.
	private static Instant time(Call call, String name) {
		var text = call.query(name).orElseThrow(() -> Refused.invalid("'" + name + "' is required."));
		try {
			return LocalDateTime.parse(text).toInstant(KOREA).truncatedTo(ChronoUnit.SECONDS);
		}
		catch (DateTimeException ex) {
			throw Refused.invalid("'" + name + "' is a time such as 2026-11-21T00:00:00.");
		}
	}

	private static int limit(String text) {
		try {
			var limit = Integer.parseInt(text);
			if (limit >= 1 && limit <= MOST) {
				return limit;
			}
		}
		catch (NumberFormatException ex) {
			// Refused below.
		}
		throw Refused.invalid("'limit' is a number from 1 to " + MOST + ".");
	}

	private void authorize(Call call) {
		var header = call.header("Authorization").orElseThrow(() -> Refused.because(ErrorCode.UNAUTHORIZED_KEY));
		if (!header.startsWith("Basic ")) {
			throw Refused.because(ErrorCode.INCORRECT_BASIC_AUTH_FORMAT);
		}
		byte[] given;
		try {
			given = Base64.getDecoder().decode(header.substring("Basic ".length()).strip());
		}
		catch (IllegalArgumentException ex) {
			throw Refused.because(ErrorCode.INCORRECT_BASIC_AUTH_FORMAT);
		}
		if (!MessageDigest.isEqual(given, credentials)) {
			throw Refused.because(ErrorCode.UNAUTHORIZED_KEY);
		}
	}

	/**
	 * Does what was asked, unless there is a reason to decline.
	 */
	private interface Movement {

		Answer apply(@Nullable ErrorCode decline);

	}

}
