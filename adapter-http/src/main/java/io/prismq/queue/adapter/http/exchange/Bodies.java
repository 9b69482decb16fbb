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

/** Reads request bodies: bounded, strictly UTF-8, strictly JSON, valid. */
public final class Bodies {
    public static final int SMALL = 64 << 10;

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
     * @param maxBytes what is longer is refused, whether its length is announced or not
     * @throws ProblemException 400, 413, 415 or 422
     */
    public <T> T read(Context context, Class<T> type, int maxBytes) {
        requireJson(context.header("Content-Type"));
        T body = json.read(utf8(bytes(context, maxBytes)), type);
        validation.requireValid(body);
        return body;
    }

    private static void requireJson(@Nullable String mediaType) {
        if (mediaType == null
                || !JSON.matcher(mediaType.toLowerCase(Locale.ROOT)).matches()) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE.because(
                    "Send the body as Content-Type: application/json, in UTF-8"));
        }
    }

    private static byte[] bytes(Context context, int maxBytes) {
        byte[] bytes = Intake.taken(context);
        if (bytes.length > maxBytes) {
            throw new ProblemException(ProblemType.BODY_TOO_LARGE.because(
                    "The body of this request may have at most " + maxBytes + " bytes"));
        }
        return bytes;
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
