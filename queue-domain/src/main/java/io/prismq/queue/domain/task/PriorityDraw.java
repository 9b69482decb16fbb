package io.prismq.queue.domain.task;

import java.util.List;

/**
 * Draws one of several priority levels, a level {@code p} with the weight {@code 1 / (p + 1)}: urgent work comes more
 * often, and no level waits for ever.
 */
public final class PriorityDraw {
    private PriorityDraw() {}

    /**
     * Draws a level.
     *
     * @param levels the levels present, each once; at least one
     * @param chance a random number from 0 (inclusive) to 1 (exclusive)
     */
    public static Priority among(List<Priority> levels, double chance) {
        double left = chance * levels.stream().mapToDouble(PriorityDraw::weight).sum();
        for (Priority level : levels) {
            left -= weight(level);
            if (left < 0) {
                return level;
            }
        }
        // The sum was rounded up by a hair.
        return levels.get(levels.size() - 1);
    }

    private static double weight(Priority level) {
        return 1.0 / (level.value() + 1);
    }
}
