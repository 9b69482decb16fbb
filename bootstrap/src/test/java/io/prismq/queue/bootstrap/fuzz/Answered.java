package io.prismq.queue.bootstrap.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back, and what is wrong with it. */
record Answered(int status, String head, String body) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Classes, lines of stack traces, our statements and what SQLite says of them: nothing that a request holds. */
    private static final Pattern LEAK = Pattern.compile(
            "(?:io\\.prismq|io\\.javalin|java\\.(?:lang|util|io|nio|time)|org\\.(?:eclipse|sqlite|jooq)"
                    + "|tools\\.jackson|jakarta)\\.[a-z]+\\.?[A-Z]|\\bat [a-z.]+\\([A-Z]\\w+\\.java|[a-z]Exception\\b|SQLITE_|SQL error"
                    + "|(?i:insert into|update task|delete from|select [\"a-z_.]+,|constraint failed|syntax error)|root:x:0:0");

    String header(String name) {
        Matcher line = Pattern.compile("(?im)^" + name + ":\\s*(.*?)\\s*$").matcher(head);
        return line.find() ? line.group(1) : "";
    }

    /** The body, where it is JSON. */
    JsonNode json() {
        try {
            return header("Content-Type").contains("json") ? JSON.readTree(body) : JSON.missingNode();
        } catch (JacksonException none) {
            return JSON.missingNode();
        }
    }

    /** @param secret what no answer may name */
    List<String> faults(String secret) {
        List<String> faults = new ArrayList<>();
        if (status >= 500) {
            faults.add("status " + status);
        }
        if (status >= 400 && !body.isEmpty()) {
            JsonNode problem = json();
            if (!header("Content-Type").toLowerCase(Locale.ROOT).startsWith("application/problem+json")
                    || problem.path("status").asInt(0) != status
                    || !problem.path("type").asString("").startsWith("urn:prismq:problem:")) {
                faults.add("an error that is no problem");
            }
        }
        String text = head + (isOurPage() ? "" : body);
        Matcher leak = LEAK.matcher(text);
        if (leak.find()) {
            faults.add("a leak: " + leak.group());
        }
        if (!header("X-Injected").isEmpty()) {
            faults.add("a header of the client's");
        }
        if (text.contains(secret)) {
            faults.add("the place of the database");
        }
        return faults;
    }

    /** What is the same for everybody: libraries of the browser speak of exceptions too. */
    private boolean isOurPage() {
        return status == 200 && header("Content-Type").matches("text/(?:javascript|css|html).*");
    }

    @Override
    public String toString() {
        return head + body.substring(0, Math.min(400, body.length()));
    }
}
