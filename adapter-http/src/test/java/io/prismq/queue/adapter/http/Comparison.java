package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import io.prismq.queue.adapter.http.exchange.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Holds a document against what the server does.
 *
 * @param served the method and path of each route
 * @param statuses what each of them was seen to answer
 */
record Comparison(Set<String> served, List<Route> routes, Map<String, Set<Integer>> statuses) {
    /** OpenAPI has no words for it. */
    private static final String WEB_SOCKET = "GET /api/queue/ws";

    static Comparison with(TestServer server) {
        return new Comparison(
                server.http.javalin().unsafe.internalRouter.allHttpHandlers().stream()
                        .map(handler -> handler.endpoint)
                        .filter(endpoint -> endpoint.method.isHttpMethod() && !endpoint.method.equals(HandlerType.HEAD))
                        .map(endpoint -> endpoint.method + " " + endpoint.path)
                        .filter(name -> !server.pages().contains(name) && !name.equals(WEB_SOCKET))
                        .collect(Collectors.toCollection(TreeSet::new)),
                server.routes(),
                ServedStatuses.ofEveryOperation());
    }

    /** Compares the {@code routes}, the {@code statuses}, the {@code queries} or the {@code records}. */
    void check(String what, ApiDescription api) {
        switch (what) {
            case "routes" -> assertRoutes(api);
            case "statuses" -> assertStatuses(api);
            case "queries" -> assertQueryParameters(api);
            case "records" -> assertRecords(api);
            default -> throw new IllegalArgumentException(what);
        }
    }

    private void assertRoutes(ApiDescription api) {
        assertThat(api.operations()).extracting(Operation::name).containsExactlyInAnyOrderElementsOf(served);
    }

    private void assertStatuses(ApiDescription api) {
        assertThat(api.operations())
                .allSatisfy(operation ->
                        assertThat(operation.statuses()).as(operation.name()).isEqualTo(seen(operation)));
    }

    /** A stream is only seen to refuse: nobody waits for the end of its answer. */
    private Set<Integer> seen(Operation operation) {
        Set<Integer> seen = new TreeSet<>(statuses.getOrDefault(operation.name(), Set.of()));
        if (operation.isStream()) {
            seen.add(200);
        }
        return seen;
    }

    private void assertQueryParameters(ApiDescription api) {
        assertThat(routes)
                .allSatisfy(route -> assertThat(api.operation(route).parameters("query"))
                        .as(route.path())
                        .extracting(parameter -> parameter.required("name").asString())
                        .containsExactlyInAnyOrderElementsOf(route.queryNames()));
    }

    private static void assertRecords(ApiDescription api) {
        JsonNode schemas = api.document().required("components").required("schemas");
        Map<String, SchemaOf> records = SchemaOf.everyRecord();
        assertThat(Set.copyOf(schemas.propertyNames())).isEqualTo(records.keySet());
        assertThat(records).allSatisfy((name, described) -> described.assertDescribedBy(schemas.required(name)));
    }
}
