package io.prismq.queue.bootstrap.docs;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a command prints, in a document or for real. */
record Printed(String text) {
    /** Words that the server makes up, and that later commands repeat: lease tokens and entity tags. */
    private static final Pattern MADE_UP = Pattern.compile("\\b[0-9a-f]{32}\\b|W/\"[\\w-]{22}\"");

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    /** In the names of backups. */
    private static final Pattern SECOND = Pattern.compile("(?<=-)\\d{8}T\\d{6}Z");

    private static final Pattern AGE = Pattern.compile("(?<=_age_seconds\": ?)[0-9.]+");
    private static final JsonMapper JSON = new JsonMapper();

    /** The same for outputs that differ in nothing but times, words that were made up, and white space in JSON. */
    String comparable() {
        String masked = MADE_UP.matcher(text).replaceAll("...");
        masked = TIME.matcher(masked).replaceAll("2025-01-01T00:00:00.000Z");
        masked = SECOND.matcher(masked).replaceAll("20250101T000000Z");
        return unindented(AGE.matcher(masked).replaceAll("0.0"));
    }

    List<String> madeUp() {
        return MADE_UP.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String unindented(String text) {
        try {
            return JSON.readTree(text).toString();
        } catch (JacksonException notJson) {
            return text.replace("\r\n", "\n").strip();
        }
    }
}
