package dev.jangteo.defaults.idempotency;

import java.util.function.Function;
import java.util.function.Supplier;

import dev.jangteo.defaults.Answer;
import dev.jangteo.defaults.Caller;
import dev.jangteo.defaults.Idempotency;
import dev.jangteo.defaults.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps answers beside the effects. A twin is noticed by an advisory lock, which costs no
 * round trip of its own and is gone with the transaction, however that ends; the primary
 * key is the last guard.
 */
class StoredIdempotency implements Idempotency {

	private final StoredAnswers answers;

	private final TransactionOperations transactions;

	private final JsonMapper json;

	StoredIdempotency(StoredAnswers answers, TransactionOperations transactions, JsonMapper json) {
		this.answers = answers;
		this.transactions = transactions;
		this.json = json;
	}

	@Override
	public <T> Answer<T> run(String operation, Caller caller, @Nullable String key, Object request,
			Supplier<ResponseEntity<T>> effect) {
		return once(Keyed.of(operation, caller, key, bytes(request)), effect);
	}

	@Override
	public <P, T> Answer<T> run(String operation, Caller caller, @Nullable String key, Object request,
			Supplier<P> preparation, Function<P, ResponseEntity<T>> effect) {
		var keyed = Keyed.of(operation, caller, key, bytes(request));
		var stored = this.answers.find(keyed);
		if (stored.isPresent()) {
			return again(keyed, stored.get());
		}
		var prepared = preparation.get();
		return once(keyed, () -> effect.apply(prepared));
	}

	private <T> Answer<T> once(Keyed keyed, Supplier<ResponseEntity<T>> effect) {
		try {
			return this.transactions.<Answer<T>>execute((_) -> {
				var found = this.answers.lock(keyed);
				if (found.answer() != null) {
					return again(keyed, found.answer());
				}
				if (!found.free()) {
					throw Problem.conflict("twin-running", "The same request is still being worked on.");
				}
				return first(keyed, effect.get());
			});
		}
		catch (DuplicateKeyException ex) {
			// A twin committed between our lookup and our lock. If it was not that, it is
			// the effect's own.
			return again(keyed, this.answers.find(keyed).orElseThrow(() -> ex));
		}
	}

	private <T> Answer<T> first(Keyed keyed, ResponseEntity<T> response) {
		var headers = response.getHeaders();
		var body = (response.getBody() != null) ? bytes(response.getBody()) : null;
		var answer = new StoredAnswer(keyed.request(), response.getStatusCode().value(), headers.getFirst("Location"),
				headers.getETag(), body);
		this.answers.add(keyed, answer);
		return answer.toAnswer(false);
	}

	private static <T> Answer<T> again(Keyed keyed, StoredAnswer stored) {
		if (!keyed.asksFor(stored.request())) {
			throw Problem.unprocessable("idempotency-key-reused", "This Idempotency-Key was used for another request.");
		}
		return stored.toAnswer(true);
	}

	private byte[] bytes(Object value) {
		return this.json.writeValueAsBytes(value);
	}

}
