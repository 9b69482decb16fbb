package io.prismq.queue.adapter.http.dashboard.view;

import java.util.List;

/**
 * An action that a person is asked about once more.
 *
 * @param action its word
 * @param question such as {@code Cancel 17 tasks?}
 * @param consequence what it does, in a sentence
 * @param yes what the button says
 * @param back the path to go to afterwards
 */
public record ConfirmView(
        String action, String question, String consequence, String yes, List<String> ids, String back) {}
