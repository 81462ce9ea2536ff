package dev.jangteo.sandbox;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.jangteo.sandbox.Journal.Entry;
import dev.jangteo.sandbox.Payment.Begin;
import dev.jangteo.sandbox.Payment.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * Every payment the provider has seen. Each verb is in the journal, with the answer it
 * gave and the webhook it causes, before it answers.
 */
final class Books implements AutoCloseable {

	private final Map<String, Payment> payments = new ConcurrentHashMap<>();

	private final Map<String, List<String>> keysByOrder = new ConcurrentHashMap<>();

	private final NavigableSet<Transaction> transactions = new ConcurrentSkipListSet<>();

	private final Map<String, Transaction> transactionsByKey = new ConcurrentHashMap<>();

	private final Object[] locks = new Object[256];

	private final Memory memory;

	private final Webhooks webhooks;

	private final Journal journal;

	private final Clock clock;

	Books(Path file, Memory memory, Webhooks webhooks, Clock clock) {
		Arrays.setAll(locks, (_) -> new Object());
		this.memory = memory;
		this.webhooks = webhooks;
		this.clock = clock;
		this.journal = new Journal(file, this::learn);
		webhooks.settlingWith((webhook) -> journal.note(Entry.settled(webhook, clock.instant())));
	}

	Payment begin(Begin begin) {
		var payment = Payment.begun(begin, "tsbx_" + UUID.randomUUID().toString().replace("-", ""), clock.instant());
		journal.note(Entry.begun(payment));
		learn(payment);
		return payment;
	}

	/**
	 * Approves a payment, or declines it for the reason given or chosen in the widget.
	 */
	Answer confirm(Confirmation confirmation, @Nullable ErrorCode reason, Optional<String> request) {
		var key = confirmation.paymentKey();
		synchronized (lockOf(key)) {
			var before = find(key).orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND_PAYMENT_SESSION));
			var decline = (reason != null) ? reason : before.decline();
			var now = clock.instant();
			if (decline != null) {
				var declined = before.declined(confirmation, decline, now);
				return write(declined, Answer.error(decline, decline.message()), request, now);
			}
			var approved = before.confirmed(confirmation, transactionKey(), now);
			return write(approved, Answer.ok(Wire.payment(approved, now)), request, now);
		}
	}

	/**
	 * Gives money back.
	 * @param amount all that is left when null
	 */
	Answer cancel(String key, @Nullable BigDecimal amount, String reason, Optional<String> request) {
		synchronized (lockOf(key)) {
			var before = find(key).orElseThrow(() -> Refused.because(ErrorCode.NOT_FOUND_PAYMENT));
			var now = clock.instant();
			var cancelled = before.cancelled(amount, reason, transactionKey(), now);
			return write(cancelled, Answer.ok(Wire.payment(cancelled, now)), request, now);
		}
	}

	Optional<Payment> find(String key) {
		return Optional.ofNullable(payments.get(key));
	}

	/** The order's payment: the one that was approved, else the newest. */
	Optional<Payment> ofOrder(String orderId) {
		var all = keysByOrder.getOrDefault(orderId, List.of()).stream().flatMap((key) -> find(key).stream()).toList();
		return all.stream().filter(Payment::isApproved).findFirst().or(() -> all.reversed().stream().findFirst());
	}

	Collection<Payment> all() {
		return payments.values().stream().sorted(Comparator.comparing(Payment::requestedAt)).toList();
	}

	/** What moved, by time; both ends belong to it. */
	NavigableSet<Transaction> between(Instant from, Instant to) {
		return transactions.subSet(edge(from, ""), true, edge(to, "\uffff"), true);
	}

	Optional<Transaction> transaction(String key) {
		return Optional.ofNullable(transactionsByKey.get(key));
	}

	@Override
	public void close() {
		journal.close();
	}

	private Answer write(Payment payment, Answer answer, Optional<String> request, Instant now) {
		var webhook = webhooks.areWanted() ? UUID.randomUUID().toString() : null;
		var entry = new Entry(now, payment, request.orElse(null), webhook, null);
		journal.append(entry);
		learn(payment);
		entry.remembered().ifPresent(memory::learn);
		entry.told().ifPresent(webhooks::send);
		return answer;
	}

	private void learn(Entry entry) {
		var payment = entry.payment();
		var settled = entry.settled();
		if (payment != null) {
			learn(payment);
		}
		if (settled != null) {
			webhooks.drop(settled);
		}
		entry.remembered().ifPresent(memory::learn);
		entry.told().ifPresent(webhooks::keep);
	}

	private void learn(Payment payment) {
		var before = payments.put(payment.paymentKey(), payment);
		if (before == null) {
			keysByOrder.computeIfAbsent(payment.orderId(), (_) -> new CopyOnWriteArrayList<>())
				.add(payment.paymentKey());
		}
		for (var transaction : Transaction.of(payment)) {
			transactionsByKey.put(transaction.key(), transaction);
			transactions.add(transaction);
		}
	}

	private Object lockOf(String key) {
		return locks[Math.floorMod(key.hashCode(), locks.length)];
	}

	private static String transactionKey() {
		return "txsbx_" + UUID.randomUUID().toString().replace("-", "");
	}

	private static Transaction edge(Instant at, String key) {
		return new Transaction(key, at, Payment.Status.DONE, BigDecimal.ZERO, "");
	}

}
