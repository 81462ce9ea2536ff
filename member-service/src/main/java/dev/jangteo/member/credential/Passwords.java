package dev.jangteo.member.credential;

import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.jangteo.defaults.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with bcrypt on a few threads of its own, with a short queue: a flood
 * of logins is refused with 503 and starves nothing else, since hashing never runs on a
 * request's thread.
 */
@Component
class Passwords implements DisposableBean {

	/** Names how a hash was made, so that another way can come beside it. */
	private static final String SCHEME = "{bcrypt-sha256}";

	private final BCryptPasswordEncoder bcrypt;

	private final ThreadPoolExecutor threads;

	private final Duration patience;

	private final String nobody;

	Passwords(CredentialSettings settings, MeterRegistry metrics) {
		var hashing = settings.hashing();
		this.bcrypt = new BCryptPasswordEncoder(hashing.strength());
		this.patience = hashing.patience();
		this.threads = new ThreadPoolExecutor(hashing.atOnce(), hashing.atOnce(), 0, TimeUnit.SECONDS,
				new ArrayBlockingQueue<>(hashing.waiting()),
				Thread.ofPlatform().name("hashing-", 0).daemon().factory());
		this.nobody = SCHEME + this.bcrypt.encode("nobody's password");
		Gauge.builder("jangteo.member.hashing.waiting", this.threads, (pool) -> pool.getQueue().size())
			.description("Passwords that wait to be hashed")
			.register(metrics);
	}

	String hash(String password) {
		return bounded(() -> SCHEME + this.bcrypt.encode(shortened(password)));
	}

	/**
	 * Whether it is the password. Without a hash the work is done all the same, so that
	 * the time taken does not tell who is a member.
	 */
	boolean matches(String password, @Nullable String hash) {
		var compared = (hash != null) ? hash : this.nobody;
		return bounded(() -> this.bcrypt.matches(shortened(password), compared.substring(SCHEME.length())))
				&& hash != null;
	}

	@Override
	public void destroy() {
		this.threads.shutdownNow();
	}

	private <T> T bounded(Callable<T> work) {
		try {
			var future = this.threads.submit(work);
			try {
				return future.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				future.cancel(false);
				throw busy();
			}
		}
		catch (RejectedExecutionException ex) {
			throw busy();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A password could not be hashed", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw busy();
		}
	}

	// bcrypt looks at 72 bytes only, which are 24 syllables of Korean.
	private static String shortened(String password) {
		return Base64.getEncoder().encodeToString(Digests.of(password));
	}

	private static Problem busy() {
		return Problem.unavailable("login-busy", "Too many people log in at the moment. Try again shortly.",
				Duration.ofSeconds(2));
	}

}
