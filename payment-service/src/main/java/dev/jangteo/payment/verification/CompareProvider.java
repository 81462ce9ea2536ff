package dev.jangteo.payment.verification;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.payment.orders.OrderId;
import dev.jangteo.payment.provider.PaymentKey;
import dev.jangteo.payment.provider.PaymentProvider;
import dev.jangteo.payment.provider.ProviderAnswer;
import dev.jangteo.payment.provider.ProviderTransaction;
import dev.jangteo.payment.verification.Difference.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares our payments with the provider's transaction list, an hour at a time.
 */
@Component
class CompareProvider {

	private static final Duration SLICE = Duration.ofHours(1);

	private static final int PAGE = 1000;

	private static final int MOST = 500;

	private final JdbcClient jdbc;

	private final PaymentProvider provider;

	CompareProvider(JdbcClient jdbc, PaymentProvider provider) {
		this.jdbc = jdbc;
		this.provider = provider;
	}

	/**
	 * Differences of what was moved in a time.
	 * @throws dev.jangteo.payment.provider.ProviderAway when the list cannot be read
	 */
	List<Difference> compare(Instant from, Instant to) {
		var differences = new ArrayList<Difference>();
		for (var start = from; start.isBefore(to) && differences.size() < MOST; start = start.plus(SLICE)) {
			var end = start.plus(SLICE).isBefore(to) ? start.plus(SLICE) : to;
			compareSlice(start, end, differences);
		}
		return differences;
	}

	private void compareSlice(Instant start, Instant end, List<Difference> differences) {
		// A little more than the hour: clocks differ, and lines may be seen twice.
		var theirs = new HashMap<String, Theirs>();
		@Nullable String after = null;
		List<ProviderTransaction> page;
		do {
			page = provider.transactions(start.minusSeconds(60), end.plusSeconds(60), after, PAGE);
			page.forEach((line) -> theirs.computeIfAbsent(line.key().value(), (_) -> new Theirs(line)).add(line));
			after = page.isEmpty() ? null : page.getLast().id();
		}
		while (page.size() == PAGE);
		compareTheirs(theirs, start, end, differences);
		compareOurs(theirs, start, end, differences);
		compareOurRefunds(theirs, start, end, differences);
	}

	private void compareTheirs(Map<String, Theirs> theirs, Instant start, Instant end, List<Difference> differences) {
		var ours = ours(theirs.keySet().toArray(String[]::new));
		theirs.forEach((key, line) -> {
			if (line.last.at().isBefore(start) || !line.last.at().isBefore(end)) {
				return;
			}
			var own = ours.get(key);
			if (own == null) {
				differences.add(new Difference(Kind.UNKNOWN_HERE, line.order(), null, "moved " + line.moved()));
			}
			else if ((line.charged.signum() > 0 && !own.isCharged) || line.refunded.compareTo(own.refunded) > 0) {
				differences.add(new Difference(Kind.PROVIDER_AHEAD, new OrderId(own.order), own.id,
						"%s here, moved %s there".formatted(own.status, line.moved())));
			}
		});
	}

	private void compareOurs(Map<String, Theirs> theirs, Instant start, Instant end, List<Difference> differences) {
		jdbc.sql("""
				select id, order_id, payment_key
				from payments
				where approved_at >= ? and approved_at < ?
				""").params(start.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC)).query((row) -> {
			if (!theirs.containsKey(row.getString("payment_key"))) {
				differences.add(new Difference(Kind.PROVIDER_BEHIND, new OrderId(row.getObject("order_id", UUID.class)),
						row.getObject("id", UUID.class), "charged here, not in their list"));
			}
		});
	}

	// What the slice does not show may have gone back in an earlier one: the provider is
	// asked before anything is said.
	private void compareOurRefunds(Map<String, Theirs> theirs, Instant start, Instant end,
			List<Difference> differences) {
		var missing = jdbc.sql("""
				select id, order_id, payment_key, refunded
				from payments
				where updated_at >= ? and updated_at < ? and refunded > 0
				order by id
				""")
			.params(start.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC))
			.query((row, _) -> new Refund(row.getObject("id", UUID.class), row.getObject("order_id", UUID.class),
					new PaymentKey(row.getString("payment_key")), row.getBigDecimal("refunded")))
			.list()
			.stream()
			.filter((refund) -> !refund.isIn(theirs.get(refund.key.value())))
			.limit(MOST)
			.toList();
		for (var refund : missing) {
			if (provider.find(refund.key) instanceof ProviderAnswer.Told told
					&& told.payment().refunded().amount().compareTo(refund.amount) < 0) {
				differences.add(new Difference(Kind.PROVIDER_BEHIND, new OrderId(refund.order), refund.id,
						"gave back %s here, %s there".formatted(refund.amount.stripTrailingZeros().toPlainString(),
								told.payment().refunded().amount())));
			}
		}
	}

	private Map<String, Ours> ours(String[] keys) {
		var ours = new HashMap<String, Ours>();
		jdbc.sql("""
				select id, order_id, payment_key, status, approved_at is not null as charged, refunded
				from payments
				where payment_key = any(?) and decline is distinct from 'NOT_SENT'
				""").param(keys).query((row) -> {
			ours.put(row.getString("payment_key"),
					new Ours(row.getObject("id", UUID.class), row.getObject("order_id", UUID.class),
							row.getString("status"), row.getBoolean("charged"), row.getBigDecimal("refunded")));
		});
		return ours;
	}

	private record Ours(UUID id, UUID order, String status, boolean isCharged, BigDecimal refunded) {
	}

	private record Refund(UUID id, UUID order, PaymentKey key, BigDecimal amount) {

		private boolean isIn(@Nullable Theirs line) {
			return line != null && line.refunded.compareTo(amount) >= 0;
		}

	}

	private static final class Theirs {

		private ProviderTransaction last;

		private BigDecimal charged = BigDecimal.ZERO;

		private BigDecimal refunded = BigDecimal.ZERO;

		private Theirs(ProviderTransaction line) {
			this.last = line;
		}

		private void add(ProviderTransaction line) {
			last = line;
			if (line.amount().isNegative()) {
				refunded = refunded.subtract(line.amount().amount());
			}
			else {
				charged = charged.add(line.amount().amount());
			}
		}

		private String moved() {
			return charged.subtract(refunded).toPlainString();
		}

		private @Nullable OrderId order() {
			try {
				return (last.order() != null) ? new OrderId(UUID.fromString(last.order())) : null;
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}

	}

}
