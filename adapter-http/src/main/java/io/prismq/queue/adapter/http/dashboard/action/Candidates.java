package io.prismq.queue.adapter.http.dashboard.action;

import io.prismq.queue.adapter.http.dashboard.view.Amount;
import io.prismq.queue.adapter.http.dashboard.view.ConfirmView;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The tasks that were selected for a change, as they stand.
 *
 * @param fit those that it can be done to now
 * @param others how many of the rest are in each status, or gone
 */
record Candidates(Change change, int selected, List<TaskId> fit, Map<String, Integer> others) {
    /**
     * Holds each against the rules.
     *
     * @param found those of the selected tasks that there are
     */
    static Candidates of(Change change, List<TaskId> selected, List<Task> found, Instant now) {
        List<TaskId> fit = new ArrayList<>();
        Map<String, Integer> others = new TreeMap<>();
        for (Task task : found) {
            if (change.fits(task, now)) {
                fit.add(task.id());
            } else {
                others.merge(task.status().word(), 1, Integer::sum);
            }
        }
        if (found.size() < selected.size()) {
            others.put("gone", selected.size() - found.size());
        }
        return new Candidates(change, selected.size(), fit, others);
    }

    /** Asks about those that fit alone, and without a button where none does. */
    ConfirmView question(String path, String back) {
        List<ConfirmView.Hidden> fields = new ArrayList<>();
        fields.add(new ConfirmView.Hidden("action", change.word()));
        fields.add(new ConfirmView.Hidden("back", back));
        List<String> ids = fit.stream().map(TaskId::toString).toList();
        ids.forEach(id -> fields.add(new ConfirmView.Hidden("id", id)));
        String title = change.title(fit.size());
        return fit.isEmpty()
                ? new ConfirmView(path, none(), List.of(rest() + ".", change.rule()), null, false, fields, ids, back)
                : new ConfirmView(
                        path,
                        title + "?",
                        others.isEmpty() ? List.of(change.consequence()) : List.of(some(), change.consequence()),
                        title,
                        change != Change.RETRY,
                        fields,
                        ids,
                        back);
    }

    private String none() {
        return selected == 1
                ? "This task cannot be " + change.done()
                : "None of these %s can be %s".formatted(Amount.of(selected, "task"), change.done());
    }

    private String some() {
        return "%s of the %s selected can be %s now; %s."
                .formatted(Amount.count(fit.size()), Amount.count(selected), change.done(), rest());
    }

    /** Such as {@code 3 are processing, 1 is gone}. */
    private String rest() {
        return others.entrySet().stream()
                .map(entry ->
                        Amount.count(entry.getValue()) + (entry.getValue() == 1 ? " is " : " are ") + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
