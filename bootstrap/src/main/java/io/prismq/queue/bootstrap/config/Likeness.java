package io.prismq.queue.bootstrap.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How alike names are, by the pairs of neighbouring letters that they share: for who has mistyped one. */
final class Likeness {
    private Likeness() {}

    /** The names that are the most like the given one, the nearest first. */
    static List<String> nearest(String given, Collection<String> names, int most) {
        return names.stream()
                .sorted(Comparator.comparingDouble((String name) -> -share(given, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    /** Dice's coefficient: 1 for the same pairs, 0 for none in common. */
    private static double share(String one, String other) {
        Set<String> common = pairs(one);
        Set<String> pairs = pairs(other);
        double all = common.size() + pairs.size();
        common.retainAll(pairs);
        return 2 * common.size() / all;
    }

    private static Set<String> pairs(String name) {
        Set<String> pairs = new HashSet<>();
        for (int end = 2; end <= name.length(); end++) {
            pairs.add(name.substring(end - 2, end));
        }
        return pairs;
    }
}
