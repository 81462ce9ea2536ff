package dev.jangteo.shop.imports;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What this instance works on. Its signs of life keep others away; should it lose a
 * lease, its work does not count.
 */
@Component
class Leases {

	private static final Logger log = LoggerFactory.getLogger(Leases.class);

	private final Set<Lease> held = ConcurrentHashMap.newKeySet();

	private final CatalogImports imports;

	private final ImportSettings settings;

	Leases(CatalogImports imports, ImportSettings settings) {
		this.imports = imports;
		this.settings = settings;
	}

	void hold(Lease lease) {
		this.held.add(lease);
	}

	void letGo(Lease lease) {
		this.held.remove(lease);
	}

	/**
	 * Goes on only with what is still held.
	 * @throws LeaseLost when it is not
	 */
	void require(Lease lease) {
		if (!this.held.contains(lease)) {
			throw new LeaseLost();
		}
	}

	/** Gives all running imports away, so that another instance goes on at once. */
	void handOver() {

		var given = List.copyOf(this.held);

		this.held.clear();
		given.forEach(this.imports::handOver);
	}

	@Scheduled(fixedDelayString = "${jangteo.imports.sign-of-life:5s}")
	void renew() {
		try {
			for (var lease : List.copyOf(this.held)) {
				if (!this.imports.renew(lease, this.settings.lease())) {
					this.held.remove(lease);
				}
			}
		}
		catch (DataAccessException ex) {
			log.warn("Cannot give a sign of life", ex);
		}
	}

}
