package dev.jangteo.order.payment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.events.Followed;
import dev.jangteo.events.Follower;
import dev.jangteo.events.VersionIndex;
import dev.jangteo.events.Versioned;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Follows payment-service, where there is one.
 */
@Component
@ConditionalOnProperty("jangteo.clients.payment.url")
class PaymentFollower implements Follower<PaymentTerms> {

	private static final Followed<PaymentTerms> PAYMENTS = new Followed<>("payments", "payment", "payment",
			PaymentTerms.class);

	private final KnownPayments payments;

	private final PaymentProcesses processes;

	PaymentFollower(KnownPayments payments, PaymentProcesses processes) {
		this.payments = payments;
		this.processes = processes;
	}

	@Override
	public Followed<PaymentTerms> followed() {
		return PAYMENTS;
	}

	@Override
	public Map<UUID, Long> versions(Collection<UUID> ids) {
		return payments.versions(ids);
	}

	@Override
	public void apply(List<Versioned<PaymentTerms>> states) {
		processes.on(states);
	}

	@Override
	public void remove(UUID id, long version) {
		payments.drop(id, version);
	}

	@Override
	public VersionIndex versionIndex() {
		return payments.versionIndex();
	}

	@Override
	public boolean isEmpty() {
		return payments.isEmpty();
	}

}
