package io.prismq.queue.domain.testing;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Elements in order, group by group; a group without elements does not exist. */
final class Groups<K, E extends Comparable<? super E>> {
    private final Map<K, NavigableSet<E>> groups = new HashMap<>();

    void add(K group, E element) {
        groups.computeIfAbsent(group, key -> new TreeSet<>()).add(element);
    }

    void remove(K group, E element) {
        groups.computeIfPresent(group, (key, elements) -> {
            elements.remove(element);
            return elements.isEmpty() ? null : elements;
        });
    }

    NavigableSet<E> of(K group) {
        return groups.getOrDefault(group, Collections.emptyNavigableSet());
    }

    Set<K> names() {
        return groups.keySet();
    }
}
