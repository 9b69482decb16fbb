package io.prismq.queue.adapter.http.dashboard;

import io.prismq.queue.adapter.http.access.Callers;
import io.prismq.queue.adapter.http.access.Sessions;
import io.prismq.queue.adapter.http.dashboard.action.MaintenanceActions;
import io.prismq.queue.adapter.http.dashboard.action.MaintenanceQuestion;
import io.prismq.queue.adapter.http.dashboard.action.TaskActions;
import io.prismq.queue.adapter.http.dashboard.html.Front;
import io.prismq.queue.adapter.http.dashboard.html.Pages;
import io.prismq.queue.adapter.http.dashboard.html.ProblemPage;
import io.prismq.queue.adapter.http.dashboard.page.Alarms;
import io.prismq.queue.adapter.http.dashboard.page.EnqueuePage;
import io.prismq.queue.adapter.http.dashboard.page.LoginPage;
import io.prismq.queue.adapter.http.dashboard.page.MaintenancePage;
import io.prismq.queue.adapter.http.dashboard.page.OverviewPage;
import io.prismq.queue.adapter.http.dashboard.page.TaskDetailPage;
import io.prismq.queue.adapter.http.dashboard.page.TaskListPage;
import io.prismq.queue.adapter.http.dashboard.page.TaskSearch;
import io.prismq.queue.adapter.http.dashboard.page.TypesPage;
import io.prismq.queue.adapter.http.dashboard.page.WorkersPage;
import io.prismq.queue.adapter.http.exchange.Bodies;
import io.prismq.queue.adapter.http.exchange.ProblemFace;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.maintenance.DirectRuns;
import io.prismq.queue.adapter.http.monitoring.Monitoring;
import io.prismq.queue.application.Backups;
import io.prismq.queue.application.TaskQueries;
import io.prismq.queue.application.TaskSubmission;
import io.prismq.queue.application.TaskTypes;
import io.prismq.queue.application.WorkerRegistry;
import io.prismq.queue.application.audit.Audit;
import io.prismq.queue.domain.port.Clock;
import io.prismq.queue.domain.port.StoreSize;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All pages and their forms. */
public record Dashboard(Tasks tasks, Care care, Entrance entrance, Bodies bodies, Clock clock, Front front) {
    /** Who may come in. */
    public record Entrance(Callers callers, Sessions sessions, Audit audit) {}

    /** What is done to tasks, and asked about them. */
    public record Tasks(TaskSubmission submission, TaskQueries queries, TaskTypes types, WorkerRegistry workers) {}

    /**
     * What keeps the queue in order.
     *
     * @param useTaskQueue whether maintenance is enqueued; otherwise it is run at once
     * @param tempDirectories in how many of them files may be deleted
     * @param monitoring tells whether the process is ready, and what is worth a look
     */
    public record Care(
            DirectRuns directRuns,
            boolean useTaskQueue,
            int tempDirectories,
            Backups backups,
            Supplier<StoreSize> size,
            Monitoring monitoring) {}

    /** Whose paths have a name comes before whose have any: {@code /tasks/confirm} before {@code /tasks/{task_id}}. */
    public List<Route> routes() {
        return Stream.concat(actions(), pages()).flatMap(List::stream).toList();
    }

    /** Shows problems to people as a page. */
    public ProblemFace problems() {
        return new ProblemPage(front.pages());
    }

    private Stream<List<Route>> pages() {
        Pages pages = front.pages();
        return Stream.of(
                front.files().routes(),
                new LoginPage(entrance.callers(), entrance.sessions(), entrance.audit(), front).routes(),
                new OverviewPage(
                                new OverviewPage.Sources(
                                        tasks.queries(),
                                        tasks.types(),
                                        tasks.workers(),
                                        new Alarms(care.monitoring(), care.backups())),
                                clock,
                                pages)
                        .routes(),
                new TaskListPage(new TaskSearch(tasks.queries()), tasks.types(), clock, pages).routes(),
                new TaskDetailPage(tasks.queries(), clock, pages).routes(),
                new WorkersPage(tasks.workers(), clock, pages).routes(),
                new MaintenancePage(
                                new MaintenancePage.Sources(
                                        tasks.queries(), care.backups(), care.size(), care.tempDirectories()),
                                clock,
                                pages)
                        .routes());
    }

    private Stream<List<Route>> actions() {
        return Stream.of(
                new TaskActions(tasks.submission(), tasks.queries(), clock, front).routes(),
                new MaintenanceQuestion(tasks.types(), front.pages()).routes(),
                new EnqueuePage(tasks.submission(), tasks.queries(), tasks.types(), bodies, front).routes(),
                new TypesPage(tasks.types(), clock, front).routes(),
                new MaintenanceActions(
                                tasks.submission(),
                                care.backups(),
                                care.directRuns(),
                                care.useTaskQueue(),
                                front.guard())
                        .routes());
    }
}
