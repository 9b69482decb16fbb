package io.prismq.queue.adapter.http.system;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.asset.Resource;
import io.prismq.queue.adapter.http.exchange.Reply;
import io.prismq.queue.adapter.http.exchange.Route;
import io.prismq.queue.adapter.http.problem.ProblemType;
import java.util.List;
import java.util.Map;

/** Shows the API: its OpenAPI document, and Swagger UI over it. Everything comes from this server. */
public final class DocsController {
    private static final String ASSET = "asset";

    /** The page may use nothing but its own parts and this API. The style sheet has its icons in itself: data. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:;"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final ApiDocument document = new ApiDocument();
    private final Reply page = own("docs.html", Resource.HTML).reply().with("Content-Security-Policy", POLICY);
    private final Map<String, Resource> assets = Map.of(
            "docs.js", own("docs.js", Resource.SCRIPT),
            "swagger-ui-bundle.js", Resource.ofWebjar("swagger-ui", "swagger-ui-bundle.js", Resource.SCRIPT),
            "swagger-ui.css", Resource.ofWebjar("swagger-ui", "swagger-ui.css", Resource.STYLE));

    public List<Route> routes() {
        return List.of(
                Route.now(HandlerType.GET, "/openapi.json", context -> document()),
                Route.now(HandlerType.GET, "/docs", context -> page),
                Route.now(HandlerType.GET, "/docs/{asset}", this::asset));
    }

    private Reply document() {
        return Reply.ok(document.json());
    }

    private Reply asset(Context context) {
        Resource asset = assets.get(context.pathParam(ASSET));
        return asset == null
                ? Reply.problem(ProblemType.NOT_FOUND.because("The path was not found"))
                : asset.reply().with("Cache-Control", "max-age=3600");
    }

    private static Resource own(String name, String mediaType) {
        return new Resource(DocsController.class, name, mediaType);
    }
}
