package io.prismq.queue.bootstrap.remote;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server answers.
 *
 * @param body missing where it is not JSON, as that of a proxy
 * @param retryAfter how long the server wants to be left alone
 */
record Reply(int status, JsonNode body, Optional<Duration> retryAfter) {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int FIRST_GOOD = 200;
    private static final int FIRST_REDIRECTION = 300;
    private static final int FIRST_OF_THE_SERVERS_ERRORS = 500;

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    /** A payload reaches the command with every digit. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Reply of(HttpResponse<String> response) {
        return new Reply(
                response.statusCode(),
                parsed(response.body()),
                response.headers()
                        .firstValue("Retry-After")
                        .filter(SECONDS.asMatchPredicate())
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds))));
    }

    boolean isGood() {
        return status >= FIRST_GOOD && status < FIRST_REDIRECTION;
    }

    /** Whether the same request may be answered otherwise later. */
    boolean isTemporary() {
        return status >= FIRST_OF_THE_SERVERS_ERRORS || status == TIMEOUT || status == TOO_MANY;
    }

    /** Whether the task is no longer the worker's: somebody else's, ended, or gone. */
    boolean isLost() {
        return status == CONFLICT || status == NOT_FOUND;
    }

    /** What is wrong, for people. */
    String problem() {
        return (status + " " + body.path("detail").asString("")).strip();
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }
}
