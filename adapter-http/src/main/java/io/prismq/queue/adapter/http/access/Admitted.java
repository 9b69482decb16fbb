package io.prismq.queue.adapter.http.access;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import io.prismq.queue.domain.access.Actor;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.task.TaskType;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Who was let in, for controllers that see more of the request than its path.
 *
 * @param still whether he would be let in again now
 */
public record Admitted(Actor actor, BooleanSupplier still) {
    private static final String ATTRIBUTE = Admitted.class.getName();

    void into(Context context) {
        context.attribute(ATTRIBUTE, this);
    }

    /** Who asks. */
    public static Actor actor(Context context) {
        return of(context).actor();
    }

    /** Who asks, and from where: the peer of the connection, whatever the request says of others before it. */
    public static By by(Context context) {
        return by(actor(context).name(), context);
    }

    /** The same for somebody whom no gate let in. */
    public static By by(String name, Context context) {
        return new By(name, context.req().getRemoteAddr());
    }

    /** Tells, now and later, whether whoever asks would still be let in: keys expire, and are revoked. */
    public static BooleanSupplier stillIs(Context context) {
        return of(context).still();
    }

    /** What whoever waited hears, where he would not be let in any more. */
    public static Problem worthless() {
        return ProblemType.UNAUTHORIZED.because("The key is worth nothing any more");
    }

    /**
     * Requires that whoever asks may use tasks of the types.
     *
     * @throws ProblemException 403 if one is out of reach
     */
    public static void requireReach(Context context, Collection<TaskType> types) {
        types.stream()
                .filter(type -> !actor(context).grant().reaches(type))
                .findFirst()
                .ifPresent(type -> {
                    throw forbidden("The key is not for tasks of type " + type);
                });
    }

    public static ProblemException forbidden(String why) {
        return new ProblemException(ProblemType.FORBIDDEN.because(why));
    }

    /** Who asks, where that was looked at; nobody where no key was presented. */
    public static Optional<Actor> named(Context context) {
        return Optional.<Admitted>ofNullable(context.attribute(ATTRIBUTE))
                .map(Admitted::actor)
                .filter(actor -> !actor.equals(Actor.ANONYMOUS));
    }

    private static Admitted of(Context context) {
        return Objects.requireNonNull(context.attribute(ATTRIBUTE), "the gate was passed");
    }
}
