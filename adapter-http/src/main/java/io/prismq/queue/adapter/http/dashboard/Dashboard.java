package io.prismq.queue.adapter.http.dashboard;

import io.prismq.queue.adapter.http.dashboard.action.TaskActions;
import io.prismq.queue.adapter.http.dashboard.html.Front;
import io.prismq.queue.adapter.http.dashboard.html.ProblemPage;
import io.prismq.queue.adapter.http.dashboard.page.Alarms;
import io.prismq.queue.adapter.http.dashboard.page.OverviewPage;
import io.prismq.queue.adapter.http.dashboard.page.TaskDetailPage;
import io.prismq.queue.adapter.http.dashboard.page.TaskListPage;
import io.prismq.queue.adapter.http.dashboard.page.TaskSearch;
import io.prismq.queue.adapter.http.exchange.ProblemFace;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.domain.port.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All pages and their forms.
 *
 * @param reasonsAgainstReady why the process is not ready; empty when it is
 */
public record Dashboard(
        TaskSubmission submission,
        TaskQueries queries,
        TaskTypes types,
        WorkerRegistry workers,
        Clock clock,
        Supplier<List<String>> reasonsAgainstReady,
        Front front) {

    public List<Route> routes() {
        return Stream.of(
                        front.files().routes(),
                        overview().routes(),
                        new TaskListPage(new TaskSearch(queries), types, clock, front.pages()).routes(),
                        new TaskDetailPage(queries, clock, front.pages()).routes(),
                        new TaskActions(submission, front).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Shows problems to people as a page. */
    public ProblemFace problems() {
        return new ProblemPage(front.pages());
    }

    private OverviewPage overview() {
        return new OverviewPage(
                new OverviewPage.Sources(queries, types, workers, new Alarms(reasonsAgainstReady)),
                clock,
                front.pages());
    }
}
