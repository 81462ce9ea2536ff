package dev.jangteo.defaults;

import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

/**
 * Runs an operation at most once per {@code Idempotency-Key}.
 * <p>
 * The effect and its answer are stored in one transaction, so a crash leaves both or
 * neither. For at least 24 hours the same key with the same request gives the same answer
 * again (with the header {@code Idempotency-Replayed: true}), with another request 422; a
 * twin still running gives 409. A key belongs to one operation of one member. An effect
 * that throws stores nothing, and may be tried again with the same key.
 */
public interface Idempotency {

	/**
	 * Runs the effect in a transaction, or gives the stored answer.
	 * @param operation a stable name, e.g. {@code place-order}
	 * @param key the header {@code Idempotency-Key}: 400 when it is missing or malformed
	 * @param request what the answer depends on, usually the body; compared as JSON
	 * @param effect runs inside the transaction: no remote calls
	 */
	<T> Answer<T> run(String operation, Caller caller, @Nullable String key, Object request,
			Supplier<ResponseEntity<T>> effect);

	/**
	 * The same in two steps, for effects that must read much or ask others first. The
	 * preparation runs outside any transaction, and not at all when an answer is stored.
	 */
	<P, T> Answer<T> run(String operation, Caller caller, @Nullable String key, Object request, Supplier<P> preparation,
			Function<P, ResponseEntity<T>> effect);

}
