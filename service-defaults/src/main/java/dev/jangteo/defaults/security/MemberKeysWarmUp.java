package dev.jangteo.defaults.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Fetches the members' keys soon after the start, so that a service that has not yet seen
 * a member does not depend on member-service when the first one comes.
 */
class MemberKeysWarmUp implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(MemberKeysWarmUp.class);

	private static final long LONGEST_PAUSE_MILLIS = 10_000;

	private final JWKSource<SecurityContext> keys;

	private volatile boolean running;

	private volatile Thread attempt = new Thread();

	MemberKeysWarmUp(JWKSource<SecurityContext> keys) {
		this.keys = keys;
	}

	@Override
	public void start() {
		this.running = true;
		this.attempt = Thread.ofVirtual().name("member-keys").start(this::fetch);
	}

	@Override
	public void stop() {
		this.running = false;
		this.attempt.interrupt();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void fetch() {
		var any = new JWKSelector(new JWKMatcher.Builder().build());
		for (var pause = 250L; this.running; pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS)) {
			try {
				this.keys.get(any, null);
				return;
			}
			catch (KeySourceException ex) {
				log.debug("The members' keys are not there yet", ex);
			}
			try {
				Thread.sleep(pause);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
	}

}
