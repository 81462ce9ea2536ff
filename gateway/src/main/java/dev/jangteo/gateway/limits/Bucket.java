package dev.jangteo.gateway.limits;

import dev.jangteo.gateway.limits.LimitSettings.Allowance;

/**
 * One caller's bucket as this gateway sees it. With Redis it holds a small lease of
 * tokens taken from the shared bucket: one at first, twice as many each time the lease
 * was used up quickly, never more than an eighth of the burst. What is not used within a
 * second is forfeited, so gateways do not hoard. Without Redis it is a token bucket of
 * its own, which counted along all the while.
 */
final class Bucket {

	static final long ALLOWED = 0;

	/** The shared bucket has to be asked. */
	static final long ASK = -1;

	private static final long SECOND = 1_000_000_000L;

	/** A lease used up within this time was too small. */
	private static final long QUICK = SECOND / 10;

	private final Allowance allowance;

	private final int largestLease;

	private int leased;

	private int leaseSize = 1;

	private long leasedAt;

	private long emptyUntil;

	/** Whether somebody is asking for a lease. */
	private boolean leasing;

	private double local;

	private long localAt;

	Bucket(Allowance allowance, int largestLease, long now) {
		this.allowance = allowance;
		this.largestLease = Math.max(1, Math.min(largestLease, allowance.burst() / 8));
		this.local = allowance.burst();
		this.localAt = now;
		this.emptyUntil = now;
		this.leasedAt = now - SECOND;
	}

	/**
	 * Takes a token of the lease.
	 * @return {@link #ALLOWED}, {@link #ASK}, or after how many nanoseconds to come again
	 */
	synchronized long take(long now) {
		if (leased > 0 && now - leasedAt < SECOND) {
			leased--;
			takeLocally(now);
			return ALLOWED;
		}
		leased = 0;
		return (emptyUntil - now > 0) ? emptyUntil - now : ASK;
	}

	/**
	 * Whether to ask for more while there still is some, so that a busy caller never
	 * waits.
	 */
	synchronized boolean isRunningLow() {
		return !leasing && leaseSize >= 8 && leased <= leaseSize / 2 && leased > 0;
	}

	/**
	 * What to ask the shared bucket for: a lease, or a single token while somebody else
	 * asks for a lease.
	 */
	synchronized Asking ask(long now) {
		if (leasing) {
			return Asking.SINGLE;
		}
		leasing = true;
		var age = now - leasedAt;
		if (age < QUICK) {
			leaseSize = Math.min(leaseSize * 2, largestLease);
		}
		else if (age >= SECOND) {
			leaseSize = 1;
		}
		return new Asking(leaseSize, true);
	}

	/**
	 * The shared bucket has answered.
	 * @param granted how many tokens it gave
	 * @param waitNanos when none: after how long there is one
	 * @param take whether one of them is for a waiting request
	 */
	synchronized long answered(Asking asking, int granted, long waitNanos, boolean take, long now) {
		if (asking.lease) {
			leasing = false;
		}
		if (granted == 0) {
			emptyUntil = now + waitNanos;
			return Math.max(1, waitNanos);
		}
		if (asking.lease) {
			leased = granted + ((now - leasedAt < SECOND) ? leased : 0);
			leasedAt = now;
		}
		else {
			leased += granted;
		}
		if (take) {
			leased--;
			takeLocally(now);
		}
		return ALLOWED;
	}

	/**
	 * The shared bucket has not answered.
	 */
	synchronized long unanswered(Asking asking, boolean take, long now) {
		if (asking.lease) {
			leasing = false;
		}
		return take ? takeLocally(now) : ALLOWED;
	}

	/**
	 * @param tokens how many to ask for
	 * @param lease whether they are for requests to come
	 */
	record Asking(int tokens, boolean lease) {

		private static final Asking SINGLE = new Asking(1, false);

	}

	/**
	 * Redis did not answer: the local bucket decides.
	 */
	synchronized long takeLocally(long now) {
		local = Math.min(allowance.burst(), local + (now - localAt) * allowance.perSecond() / SECOND);
		localAt = now;
		if (local >= 1) {
			local--;
			return ALLOWED;
		}
		return Math.max(1, (long) ((1 - local) * SECOND / allowance.perSecond()));
	}

	Allowance allowance() {
		return allowance;
	}

}
