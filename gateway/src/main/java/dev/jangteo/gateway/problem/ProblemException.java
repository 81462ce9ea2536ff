package dev.jangteo.gateway.problem;

/**
 * A {@link Problem} on its way to the caller; it carries no stack.
 */
public final class ProblemException extends RuntimeException {

	private final transient Problem problem;

	public ProblemException(Problem problem) {
		super(problem.kind(), null, false, false);
		this.problem = problem;
	}

	public Problem problem() {
		return problem;
	}

}
