package io.prismq.queue.adapter.http.dashboard.page;

import io.prismq.queue.adapter.http.json.CanonicalJson;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of the form for a new task, named as in the API. */
enum EnqueueField {
    TYPE("Type", "1 to 100 characters of A-Z a-z 0-9 . _ : -", Kind.TEXT),
    PRIORITY("Priority", "1 (first) to 1000; empty: as the type has it", Kind.NUMBER),
    MAX_ATTEMPTS("Maximum attempts", "1 to 100; empty: as the type has it", Kind.NUMBER),
    RUN_AFTER_UTC(
            "Run after", "In UTC, such as 2026-01-31 12:00, or with an offset as in the API; empty: now", Kind.TIME),
    TTL_SECONDS("Time to live", "Seconds that it may wait unclaimed; empty: as the type has it", Kind.NUMBER),
    IDEMPOTENCY_KEY("Idempotency key", "Up to 255 characters; the same key makes no second task", Kind.TEXT),
    PAYLOAD("Payload", "A JSON object", Kind.JSON),
    COMPATIBILITY("Compatibility", "A JSON object that workers must offer; empty: any worker", Kind.JSON);

    /** How what is typed becomes JSON. */
    enum Kind {
        TEXT,
        NUMBER,
        TIME,
        JSON
    }

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");

    /** A time without an offset: a day, and what a clock shows. */
    private static final Pattern IN_UTC =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[ Tt](\\d\\d:\\d\\d)(:\\d\\d(?:\\.\\d{1,9})?)?");

    final String label;
    final String hint;
    final Kind kind;

    EnqueueField(String label, String hint, Kind kind) {
        this.label = label;
        this.hint = hint;
        this.kind = kind;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field that a request's problem is with: {@code payload} for {@code payload.rows[3]}. */
    static Optional<EnqueueField> blamed(String place) {
        return Arrays.stream(values())
                .filter(field -> place.matches(field.word() + "([.\\[].*)?"))
                .findFirst();
    }

    /** What is typed as a value in a request; what is no number stays a text, and is refused as one. */
    String json(String typed) {
        return switch (kind) {
            case TEXT -> CanonicalJson.quoted(typed);
            case NUMBER -> INTEGER.matcher(typed).matches() ? typed : CanonicalJson.quoted(typed);
            case TIME -> CanonicalJson.quoted(time(typed));
            case JSON -> typed;
        };
    }

    private static String time(String typed) {
        Matcher time = IN_UTC.matcher(typed);
        return time.matches()
                ? time.group(1) + "T" + time.group(2) + Objects.requireNonNullElse(time.group(3), ":00") + "Z"
                : typed;
    }
}
