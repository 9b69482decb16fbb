package io.prismq.queue.adapter.http.system;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.monitoring.MetricsPage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Shows what is measured. */
public final class MetricsController {
    private final MetricsPage page;

    public MetricsController(MetricsPage page) {
        this.page = page;
    }

    public List<Route> routes() {
        return List.of(Route.now(HandlerType.GET, "/metrics", this::metrics));
    }

    private Reply metrics(Context context) {
        MetricsPage.Page measured = page.read(Objects.requireNonNullElse(context.header("Accept"), ""));
        return new Reply(200, measured.mediaType(), measured.text().getBytes(StandardCharsets.UTF_8), Map.of(), null);
    }
}
