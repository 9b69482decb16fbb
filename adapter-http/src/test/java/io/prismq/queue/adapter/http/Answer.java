package io.prismq.queue.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
record Answer(int status, String text, HttpHeaders headers) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body(), response.headers());
    }

    JsonNode json() {
        return JSON.readTree(text);
    }

    long taskId() {
        return json().required("task_id").asLong();
    }

    String word(String field) {
        return json().required(field).asString();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    Answer has(int expected) {
        assertThat(status).as("status of %s", text).isEqualTo(expected);
        return this;
    }

    /** A problem of the given type, written as one, that gives nothing away. */
    Answer isProblem(int expected, String slug) {
        has(expected);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.propertyNames()).containsExactly("type", "title", "status", "detail", "errors");
        assertThat(word("type")).isEqualTo("urn:prismq:problem:" + slug);
        assertThat(problem.required("status").asInt()).isEqualTo(expected);
        assertThat(text).doesNotContain("Exception", "io.prismq", "tools.jackson", "\tat ", "SELECT", ".java");
        return this;
    }

    /** A 422 that blames the given field. */
    Answer blames(String field) {
        isProblem(422, "invalid-field");
        assertThat(json().required("errors").findValuesAsString("field")).contains(field);
        return this;
    }
}
