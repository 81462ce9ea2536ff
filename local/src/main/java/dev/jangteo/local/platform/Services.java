package dev.jangteo.local.platform;

import java.util.List;
import java.util.Map;

/**
 * The services of the platform. A new one is one more entry.
 */
public final class Services {

	/**
	 * Who may look at dead letters and reconciliation. Known to everybody, as the whole
	 * platform listens on 127.0.0.1 only.
	 */
	public static final String OPERATOR_EMAIL = "operator@jangteo.local";

	public static final String OPERATOR_PASSWORD = "local-only-operator-password";

	private static final List<Service> ALL = List.of(
			Service.of("member-service", 8081)
				.with(Map.of("JANGTEO_OPERATOR_EMAIL", OPERATOR_EMAIL, "JANGTEO_OPERATOR_PASSWORD", OPERATOR_PASSWORD,
						"JANGTEO_MEMBER_KEYS_SECRET", "${member-keys-secret}")),
			Service.of("shop-service", 8082), Service.of("order-service", 8083), Service.of("payment-service", 8084),
			Service.of("review-service", 8085), Service.of("search-service", 8086).withoutDatabase(),
			Service.of("gateway", 8080).withoutDatabase().whichIsBusy().managedOn(18080));

	private Services() {
	}

	public static List<Service> all() {
		return ALL;
	}

}
