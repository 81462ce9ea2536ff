package dev.jangteo.sandbox;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The idempotency keys of the last days. A repeated request gets the first one's answer
 * and does nothing; one whose twin is still running is turned away.
 */
final class Memory {

	private final Map<String, Remembered> answers = new ConcurrentHashMap<>();

	private final Set<String> running = ConcurrentHashMap.newKeySet();

	private final Clock clock;

	Memory(Clock clock) {
		this.clock = clock;
	}

	void learn(Remembered answer) {
		if (!answer.isForgottenAt(clock.instant())) {
			answers.put(answer.request(), answer);
		}
	}

	/** Answers from memory, or lets the work be done by one caller at a time. */
	Answer once(Optional<String> request, Supplier<Answer> work) {
		return request.map((key) -> once(key, work)).orElseGet(work);
	}

	private Answer once(String request, Supplier<Answer> work) {
		if (!running.add(request)) {
			throw Refused.because(ErrorCode.IDEMPOTENT_REQUEST_PROCESSING);
		}
		try {
			var known = answers.get(request);
			return (known != null && !known.isForgottenAt(clock.instant())) ? known.answer() : work.get();
		}
		finally {
			running.remove(request);
		}
	}

}
