package io.prismq.queue.adapter.http.dashboard.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action that a person is asked about once more.
 *
 * @param path where the answer is sent to
 * @param question such as {@code Cancel 17 tasks?}
 * @param about what it does, and to what, in sentences
 * @param yes what the button says; null where there is nothing to be done
 * @param dangerous whether something is lost
 * @param fields what is sent with the answer
 * @param ids the tasks that it is done to
 * @param back the path to go to instead
 */
public record ConfirmView(
        String path,
        String question,
        List<String> about,
        @Nullable String yes,
        boolean dangerous,
        List<Hidden> fields,
        List<String> ids,
        String back) {

    /** A field that nobody types. */
    public record Hidden(String name, String value) {}
}
