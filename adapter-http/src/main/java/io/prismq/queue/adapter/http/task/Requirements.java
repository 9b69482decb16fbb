package io.prismq.queue.adapter.http.task;

import io.prismq.queue.adapter.http.json.CanonicalJson;
import io.prismq.queue.adapter.http.json.RawJson;
import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.Compatibility;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tasks require and workers offer, from JSON objects to the canonical member texts that the domain compares. */
public final class Requirements {
    /** Every distinct one is kept in memory, so they are not as large as payloads. */
    public static final int MAX_BYTES = 16 << 10;

    private Requirements() {}

    public static Compatibility compatibility(@Nullable RawJson object) {
        if (object == null) {
            return Compatibility.NONE;
        }
        List<String> members = CanonicalJson.members(object).entrySet().stream()
                .map(member -> CanonicalJson.member(member.getKey(), member.getValue()))
                .toList();
        return new Compatibility(members);
    }

    /** A list offers itself and each of its elements. */
    public static Capabilities capabilities(@Nullable RawJson object) {
        if (object == null) {
            return Capabilities.NONE;
        }
        Set<String> members = new HashSet<>();
        for (Map.Entry<String, String> offer : CanonicalJson.members(object).entrySet()) {
            members.add(CanonicalJson.member(offer.getKey(), offer.getValue()));
            for (String element : CanonicalJson.elements(offer.getValue())) {
                members.add(CanonicalJson.member(offer.getKey(), element));
            }
        }
        return new Capabilities(CanonicalJson.of(object), members);
    }
}
