package dev.jangteo.benchmarks.figures;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * Why there is no number: a tool is absent, a module is not built, answers were wrong.
 * Its message is printed as it is and therefore says what to do.
 */
public class Unmeasurable extends RuntimeException {

	private static final int LINES = 8;

	private static final int LINE = 300;

	public Unmeasurable(String reason) {
		super(reason);
	}

	public Unmeasurable(String reason, Throwable cause) {
		super(reason, cause);
	}

	/**
	 * What lies beneath wrappers made by executors.
	 */
	public static String firstReason(Throwable wrapper) {
		Throwable cause = wrapper;
		for (Throwable next = cause.getCause(); isWrapper(cause) && next != null; next = cause.getCause()) {
			cause = next;
		}
		String message = cause.getMessage();
		return shortened((cause instanceof Unmeasurable && message != null) ? message : cause.toString());
	}

	/** A failed start brings the end of its log along, whose lines may be pages. */
	private static String shortened(String reason) {
		return reason.lines()
			.limit(LINES)
			.map((line) -> (line.length() > LINE) ? line.substring(0, LINE) + " …" : line)
			.collect(Collectors.joining("\n"));
	}

	private static boolean isWrapper(Throwable cause) {
		return cause instanceof ExecutionException || cause instanceof CompletionException;
	}

}
