package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.json.StrictJson;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads request bodies: strictly UTF-8, strictly JSON, valid. */
public final class Bodies {
    private static final Pattern JSON = Pattern.compile("application/json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?");

    private final StrictJson json;
    private final Validation validation;

    public Bodies(StrictJson json, Validation validation) {
        this.json = json;
        this.validation = validation;
    }

    /**
     * Reads a body of the type.
     *
     * @throws ProblemException 400, 415 or 422
     */
    public <T> T read(Context context, Class<T> type) {
        requireJson(context.header("Content-Type"));
        requirePlain(context.header("Content-Encoding"));
        return read(utf8(Intake.taken(context)), type);
    }

    /**
     * Reads a text that stands for a body of the type.
     *
     * @throws ProblemException 400 or 422
     */
    public <T> T read(String text, Class<T> type) {
        T body = json.read(text, type);
        validation.requireValid(body);
        return body;
    }

    /**
     * Refuses a request that brings a body where none is read.
     *
     * @param instead what its sender is to do
     * @throws ProblemException 422
     */
    public static void requireNone(Context context, String instead) {
        if (Intake.taken(context).length > 0) {
            throw ProblemException.invalid("body", "must be empty: " + instead);
        }
    }

    private static void requireJson(@Nullable String mediaType) {
        if (mediaType == null
                || !JSON.matcher(mediaType.toLowerCase(Locale.ROOT)).matches()) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE.because(
                    "Send the body as Content-Type: application/json, in UTF-8"));
        }
    }

    private static void requirePlain(@Nullable String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE.because("Send the body as it is, without a Content-Encoding"));
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException badBytes) {
            throw new ProblemException(ProblemType.MALFORMED_JSON.because("The body is not UTF-8"));
        }
    }
}
