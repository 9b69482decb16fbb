package io.prismq.queue.domain.task;

import java.util.Set;

/**
 * What a worker offers, as every canonical JSON member text that it satisfies: for {@code "region": ["eu", "us"]} these
 * are {@code "region":["eu","us"]}, {@code "region":"eu"} and {@code "region":"us"}.
 *
 * <p>So matching is set inclusion, and the domain needs no JSON.
 */
public record Capabilities(Set<String> members) {
    public static final Capabilities NONE = new Capabilities(Set.of());

    public Capabilities {
        members = Set.copyOf(members);
    }

    /** Whether a worker with these capabilities meets every requirement. */
    public boolean meet(Compatibility compatibility) {
        return members.containsAll(compatibility.members());
    }
}
