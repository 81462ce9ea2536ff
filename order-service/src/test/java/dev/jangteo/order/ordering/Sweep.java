package dev.jangteo.order.ordering;

import org.springframework.context.ApplicationContext;

/**
 * Sweeps when a test says so.
 */
public final class Sweep {

	private Sweep() {
	}

	public static Runnable of(ApplicationContext context) {
		return context.getBean(ExpireOrders.class)::sweep;
	}

}
