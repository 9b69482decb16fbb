package io.prismq.queue.adapter.http.dashboard.html;

/**
 * A page to be shown.
 *
 * @param section the path of the link in the head that leads here; empty where none does
 * @param view what the template reads
 */
public record Page(String template, String title, String section, Object view) {}
