package io.prismq.queue.adapter.http.dashboard.view;

/**
 * What became of an action, in a sentence.
 *
 * @param good whether all of it happened
 */
public record Notice(boolean good, String text) {}
