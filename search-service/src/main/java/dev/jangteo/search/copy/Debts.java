package dev.jangteo.search.copy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.jangteo.events.CopyUnavailable;
import dev.jangteo.events.Followers;
import dev.jangteo.events.OwnerUnavailable;
import dev.jangteo.search.neighbour.NeighbourAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Pays what the index missed while it was away: asks the owners again and writes to both
 * stores. What gets lost between striking out and writing, reconciliation finds.
 */
@Component
class Debts {

	private static final Logger log = LoggerFactory.getLogger(Debts.class);

	private static final int AT_ONCE = 100;

	private final List<Owing> debtors;

	private final Followers followers;

	Debts(List<Owing> debtors, Followers followers) {
		this.debtors = debtors;
		this.followers = followers;
	}

	@Scheduled(fixedDelayString = "${jangteo.copy.pay-every:1s}")
	void pay() {
		this.debtors.forEach(this::pay);
	}

	private void pay(Owing debtor) {
		try {
			var owed = debtor.pair().owed(AT_ONCE);
			while (!owed.isEmpty() && pay(debtor, owed)) {
				owed = debtor.pair().owed(AT_ONCE);
			}
		}
		catch (NeighbourAway | CopyUnavailable ex) {
			log.debug("The debts of {} wait", debtor.follower(), ex);
		}
	}

	private boolean pay(Owing debtor, Map<UUID, Long> owed) {
		debtor.pair().paid(owed.keySet());
		var alive = new HashMap<>(owed);
		alive.values().removeIf((version) -> version < 0);
		try {
			owed.forEach((id, version) -> {
				if (version < 0) {
					debtor.remove(id, -version);
				}
			});
			if (!alive.isEmpty()) {
				this.followers.bring(debtor.follower(), alive.keySet());
			}
			// With the index still away the same is owed again: later, then.
			return !debtor.pair().owes(owed.keySet());
		}
		catch (OwnerUnavailable | CopyUnavailable | NeighbourAway ex) {
			debtor.pair().owe(owed);
			log.debug("The debts of {} wait", debtor.follower(), ex);
			return false;
		}
	}

}
