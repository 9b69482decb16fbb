package io.prismq.queue.domain.audit;

import org.jspecify.annotations.Nullable;

/**
 * What somebody did, or wanted to do.
 *
 * @param target the id or the name of what it was done to; null where the action says all
 */
public record Deed(By by, Action action, @Nullable String target, Outcome outcome) {}
