package dev.jangteo.payment.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import dev.jangteo.payment.orders.KnownOrders;
import dev.jangteo.payment.paying.HearProvider;
import dev.jangteo.payment.paying.PaymentId;
import dev.jangteo.payment.provider.ProviderAway;
import dev.jangteo.payment.verification.Difference.Kind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Compares everybody with everybody, on a schedule or when asked. Mending only ever sets
 * a process going that is harmless to repeat; nothing is corrected by force.
 */
@Service
class VerifyPayments {

	private static final Logger logger = LoggerFactory.getLogger(VerifyPayments.class);

	private final CompareOrders orders;

	private final CompareProvider provider;

	private final HearProvider payments;

	private final KnownOrders known;

	private final VerificationSettings settings;

	private final Clock clock;

	private final Map<Kind, AtomicLong> found = new EnumMap<>(Kind.class);

	VerifyPayments(CompareOrders orders, CompareProvider provider, HearProvider payments, KnownOrders known,
			VerificationSettings settings, Clock clock, MeterRegistry meters) {
		this.orders = orders;
		this.provider = provider;
		this.payments = payments;
		this.known = known;
		this.settings = settings;
		this.clock = clock;
		for (var kind : Kind.values()) {
			var count = new AtomicLong();
			found.put(kind, count);
			Gauge.builder("jangteo.payments.differences", count, AtomicLong::get)
				.description("Differences the last verification has found")
				.tag("kind", kind.name())
				.register(meters);
		}
	}

	@Scheduled(initialDelayString = "${jangteo.verification.every:10m}",
			fixedDelayString = "${jangteo.verification.every:10m}")
	void verifyAndMend() {
		try {
			var report = verify();
			mend(report);
			if (!report.differences().isEmpty()) {
				logger.warn("The verification has found {} differences", report.differences().size());
			}
		}
		catch (DataAccessException ex) {
			logger.warn("Nothing can be verified now: {}", ex.getClass().getSimpleName());
		}
	}

	Report verify() {
		var now = clock.instant();
		var from = now.minus(settings.window());
		var to = now.minus(settings.grace());
		var differences = new ArrayList<>(orders.withPayments(from, to));
		differences.addAll(orders.withLedger(from, to));
		var isProviderSeen = compareWithProvider(from, to, differences);
		found.forEach((kind, count) -> count
			.set(differences.stream().filter((difference) -> difference.kind() == kind).count()));
		return new Report(now, from, to, isProviderSeen, List.copyOf(differences));
	}

	void mend(Report report) {
		for (var difference : report.differences()) {
			switch (difference.kind()) {
				case CLOSED_ORDER_NOT_REFUNDED -> {
					if (difference.orderId() != null) {
						known.answerAgain(difference.orderId());
					}
				}
				case PAID_ORDER_STILL_PENDING -> {
					if (difference.paymentId() != null) {
						payments.announceAgain(new PaymentId(difference.paymentId()));
					}
				}
				case PROVIDER_AHEAD -> {
					if (difference.paymentId() != null) {
						payments.lookAgain(new PaymentId(difference.paymentId()));
					}
				}
				case ORDER_NOT_PAID, AMOUNT_DIFFERS, LEDGER_DIFFERS, UNKNOWN_HERE, PROVIDER_BEHIND -> {
				}
			}
		}
	}

	private boolean compareWithProvider(Instant from, Instant to, List<Difference> differences) {
		try {
			differences.addAll(provider.compare(from, to));
			return true;
		}
		catch (ProviderAway ex) {
			logger.warn("{}", ex.getMessage());
			return false;
		}
	}

	/**
	 * What was found.
	 *
	 * @param providerCompared false when the provider's list could not be read
	 */
	record Report(Instant checkedAt, Instant from, Instant to, boolean providerCompared, List<Difference> differences) {
	}

}
