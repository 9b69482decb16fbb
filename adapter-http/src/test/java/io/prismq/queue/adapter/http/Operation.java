package io.prismq.queue.adapter.http;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One method on one path, as the document describes it. */
record Operation(ApiDescription api, String method, String path, JsonNode json) {
    String id() {
        return json.required("operationId").asString();
    }

    String name() {
        return method + " " + path;
    }

    /** The statuses that it names one by one. */
    Set<Integer> statuses() {
        return answers().propertyNames().stream()
                .filter(status -> !status.equals("default"))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether its answer has no end: then nobody can wait for it, and it is described but not replayed. */
    boolean isStream() {
        return answers().path("200").path("content").has("text/event-stream");
    }

    JsonNode answer(int status) {
        return api.resolved(answers().required(Integer.toString(status)));
    }

    /** What a body of this media type is like; missing where the document does not know it. */
    JsonNode media(int status, String contentType) {
        return answer(status).path("content").properties().stream()
                .filter(media -> contentType.startsWith(media.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** The example of its body; empty where it takes none. */
    String body() {
        JsonNode example = json.at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? "" : example.toString();
    }

    /** Its path with the examples of the parameters in it. */
    String examplePath() {
        String filled = path;
        for (JsonNode parameter : parameters("path")) {
            filled = filled.replace(
                    "{" + parameter.required("name").asString() + "}",
                    parameter.required("example").asString());
        }
        String query = parameters("query").stream()
                .filter(parameter -> parameter.has("example"))
                .map(parameter -> parameter.required("name").asString() + "="
                        + parameter.required("example").asString())
                .sorted()
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? filled : filled + "?" + query;
    }

    /** The parameters in the path, the query or the headers. */
    Set<JsonNode> parameters(String place) {
        return json.path("parameters")
                .valueStream()
                .map(api::resolved)
                .filter(parameter -> parameter.required("in").asString().equals(place))
                .collect(Collectors.toSet());
    }

    /** A request with this body, as JSON where there is one. */
    HttpRequest request(Caller caller, String to, String body, String... headers) {
        HttpRequest.Builder request = caller.request(to, headers);
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public String toString() {
        return name();
    }

    private JsonNode answers() {
        return json.required("responses");
    }
}
