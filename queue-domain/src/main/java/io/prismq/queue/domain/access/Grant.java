package io.prismq.queue.domain.access;

import io.prismq.queue.domain.task.TaskType;
import java.util.Set;

/**
 * What somebody may do.
 *
 * @param scopes at least one
 * @param types those that it is limited to; none where it is not limited
 */
public record Grant(Set<Scope> scopes, Set<TaskType> types) {
    /** Everything, for whoever needs no key. */
    public static final Grant ALL = new Grant(Set.of(Scope.ADMIN), Set.of());

    public Grant {
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a grant has a scope at least");
        }
        scopes = Set.copyOf(scopes);
        types = Set.copyOf(types);
    }

    /** Whether it has the scope, or the one that has all. */
    public boolean permits(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }

    /** Whether it reaches tasks of the type. */
    public boolean reaches(TaskType type) {
        return types.isEmpty() || types.contains(type);
    }

    /** Whether it reaches tasks of every type, and so what concerns all of them. */
    public boolean reachesAll() {
        return types.isEmpty();
    }
}
