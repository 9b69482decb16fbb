package io.prismq.queue.domain.task;

import java.util.List;

/**
 * What a task asks of the worker that runs it, as the members of a JSON object in canonical form.
 *
 * @param members each a canonical JSON member text such as {@code "region":"eu"}; kept sorted and without repeats, so
 *     that equal requirements are equal values
 */
public record Compatibility(List<String> members) {
    public static final Compatibility NONE = new Compatibility(List.of());

    public Compatibility {
        members = members.stream().sorted().distinct().toList();
        for (String member : members) {
            if (!member.startsWith("\"") || member.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a requirement is a canonical JSON member text, not " + member);
            }
        }
    }

    /** The requirements as a JSON object. */
    public String json() {
        return "{" + String.join(",", members) + "}";
    }
}
