package io.prismq.queue.adapter.http.dashboard.view;

import org.jspecify.annotations.Nullable;

/**
 * What the page to log in shows.
 *
 * @param to the page that was asked for
 * @param error why the last key was not taken
 */
public record LoginView(String to, @Nullable String error) {}
