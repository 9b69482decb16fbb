package io.prismq.queue.adapter.http.problem;

import java.util.List;

/**
 * A problem as it is written: RFC 9457, section 3, and the fields that are not valid.
 *
 * @param errors empty where no single field is to blame
 */
public record ProblemBody(String type, String title, int status, String detail, List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static ProblemBody from(Problem problem) {
        ProblemType type = problem.type();
        return new ProblemBody(type.uri(), type.title(), type.status(), problem.detail(), problem.errors());
    }
}
