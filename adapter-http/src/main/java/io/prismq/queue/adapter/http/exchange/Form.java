package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The fields that a browser sends with a form, in the order of the page. */
public final class Form {
    private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private final Map<String, List<String>> values;

    private Form(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads the body of a request that has been taken in.
     *
     * @throws ProblemException 400 or 415
     */
    public static Form of(Context context) {
        String mediaType = Objects.requireNonNullElse(context.header("Content-Type"), "");
        if (!mediaType.toLowerCase(Locale.ROOT).startsWith(MEDIA_TYPE)) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE.because("Send the form as Content-Type: " + MEDIA_TYPE));
        }
        return parse(new String(Intake.taken(context), StandardCharsets.UTF_8));
    }

    /** The first value of the field; empty where there is none, or nothing was typed. */
    public Optional<String> text(String name) {
        return all(name).stream().findFirst().filter(value -> !value.isEmpty());
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    private static Form parse(String body) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(decode(field.substring(0, equals)), name -> new ArrayList<>())
                        .add(decode(field.substring(equals + 1)));
            }
        }
        return new Form(values);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(ProblemType.BAD_REQUEST.because("The form is not percent-encoded UTF-8"));
        }
    }
}
