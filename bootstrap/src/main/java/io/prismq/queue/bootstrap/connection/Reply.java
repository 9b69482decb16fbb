package io.prismq.queue.bootstrap.connection;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What the server answers.
 *
 * @param text the body as it came
 * @param body missing where it is not JSON, as that of a proxy
 */
public record Reply(int status, String text, JsonNode body, HttpHeaders headers) {
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int FIRST_GOOD = 200;
    private static final int FIRST_REDIRECTION = 300;
    private static final int FIRST_OF_THE_SERVERS_ERRORS = 500;

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private static final Pattern NEXT = Pattern.compile("<(/[^>]*)>; rel=\"next\"");

    static Reply of(HttpResponse<String> response) {
        return new Reply(
                response.statusCode(), response.body(), Json.valueOrMissing(response.body()), response.headers());
    }

    public boolean isGood() {
        return status >= FIRST_GOOD && status < FIRST_REDIRECTION;
    }

    /** Whether it was done, and there is no more to say. */
    public boolean isEmpty() {
        return status == NO_CONTENT;
    }

    /** Whether the caller has this state already. */
    public boolean isKnown() {
        return status == NOT_MODIFIED;
    }

    /** Whether the same request may be answered otherwise later. */
    public boolean isTemporary() {
        return status >= FIRST_OF_THE_SERVERS_ERRORS || status == TIMEOUT || status == TOO_MANY;
    }

    /** Whether the server did nothing, because the caller asks for too much at a time. */
    boolean isTooMany() {
        return status == TOO_MANY;
    }

    /** Whether the server says when it may do it. */
    boolean isUnavailableForNow() {
        return status == UNAVAILABLE && headers.firstValue("Retry-After").isPresent();
    }

    public boolean isNotFound() {
        return status == NOT_FOUND;
    }

    /** Whether the server asks for a key that it knows. */
    boolean isWithoutKey() {
        return status == UNAUTHORIZED;
    }

    /** What to do about an answer that takes a key, as the end of a sentence; empty after others. */
    public String howToOpen() {
        return isWithoutKey() ? "; name its file with --key-file, or set PRISMQ_KEY" : "";
    }

    /** Whether the task is no longer the worker's: somebody else's, ended, or gone. */
    public boolean isLost() {
        return status == CONFLICT || isNotFound();
    }

    /** What is wrong, for the log: the status and the reason. */
    public String problem() {
        return isProblem() ? status + " " + reason() : Integer.toString(status);
    }

    /**
     * What is wrong, for people. Of trouble in the server its kind as well, with the word under which docs/api.md has it:
     * what the caller did wrong says its detail alone.
     */
    public String reason() {
        if (!isProblem()) {
            return "The server answers " + status;
        }
        String detail = body.path("detail").asString("");
        return status < FIRST_OF_THE_SERVERS_ERRORS
                ? detail
                : "%s: %s (%s)"
                        .formatted(
                                body.path("title").asString(""),
                                detail,
                                body.path("type").asString("").replaceFirst(".*:", ""));
    }

    private boolean isProblem() {
        return !body.path("detail").asString("").isEmpty();
    }

    /** How long the server wants to be left alone. */
    Duration retryAfter() {
        return headers.firstValue("Retry-After")
                .filter(SECONDS.asMatchPredicate())
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }

    /** The entity tag of this state, empty where it has none. */
    public String tag() {
        return headers.firstValue("ETag").orElse("");
    }

    /** The path of the next page, where there is one. */
    public Optional<String> next() {
        return headers.allValues("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::matches)
                .map(link -> link.group(1))
                .findFirst();
    }
}
