package io.prismq.queue.adapter.http.maintenance;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.access.Admitted;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.application.MaintenanceTypes;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.task.TaskType;
import java.util.Collection;

/** Who may add tasks: for those of maintenance it takes the right to manage. */
public final class EnqueueRight {
    private EnqueueRight() {}

    /**
     * Requires that whoever asks may add tasks of the types.
     *
     * @throws ProblemException 403 if not
     */
    public static void require(Context context, Collection<TaskType> types) {
        Admitted.requireReach(context, types);
        if (!Admitted.actor(context).grant().permits(Scope.MANAGE)
                && types.stream().anyMatch(MaintenanceTypes.ALL::contains)) {
            throw Admitted.forbidden("To enqueue tasks of maintenance a key needs the scope " + Scope.MANAGE.word());
        }
    }
}
