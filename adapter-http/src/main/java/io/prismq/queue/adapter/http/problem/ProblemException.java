package io.prismq.queue.adapter.http.problem;

/** Ends a request with a problem, wherever it stands. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** One field is not valid. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(Problem.invalid(field, message));
    }

    public Problem problem() {
        return problem;
    }
}
