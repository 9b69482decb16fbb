package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.problem.Problem;

/** What a problem looks like to the one who asked: programs and people read different things. */
@FunctionalInterface
public interface ProblemFace {
    Reply show(Problem problem, Context context);
}
