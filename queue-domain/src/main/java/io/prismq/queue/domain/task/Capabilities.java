package io.prismq.queue.domain.task;

import java.util.Set;

/**
 * What a worker offers. Matching is set inclusion, and so the domain needs no JSON.
 *
 * @param json the offer as the worker made it: a JSON object
 * @param members every canonical JSON member text that the offer satisfies: for {@code "region": ["eu", "us"]} these are
 *     {@code "region":["eu","us"]}, {@code "region":"eu"} and {@code "region":"us"}
 */
public record Capabilities(String json, Set<String> members) {
    public static final Capabilities NONE = new Capabilities("{}", Set.of());

    public Capabilities {
        members = Set.copyOf(members);
    }

    /** Whether a worker with these capabilities meets every requirement. */
    public boolean meet(Compatibility compatibility) {
        return members.containsAll(compatibility.members());
    }
}
