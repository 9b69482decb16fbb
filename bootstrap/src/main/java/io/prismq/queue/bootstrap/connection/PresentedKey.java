package io.prismq.queue.bootstrap.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What opens a server: a key of the queue, or a token of an issuer. One that stands in a file may be exchanged there. What
 * is no key is never said. Safe for use by many threads.
 */
public final class PresentedKey {
    /** Nothing is presented. */
    public static final PresentedKey NONE = new PresentedKey(null, null);

    /** What a server takes of headers altogether is more than that. */
    private static final int MOST_BYTES = 16 << 10;

    private static final Pattern VISIBLE = Pattern.compile("[!-~]+");

    private final @Nullable Path file;
    private final AtomicReference<@Nullable String> latest;

    private PresentedKey(@Nullable Path file, @Nullable String latest) {
        this.file = file;
        this.latest = new AtomicReference<>(latest);
    }

    /**
     * The key that the text is; blanks around it do not count.
     *
     * @throws UnusableKeyException if it is none
     */
    public static PresentedKey of(String text) throws UnusableKeyException {
        return new PresentedKey(null, checked(text));
    }

    /**
     * The key in the file.
     *
     * @throws UnusableKeyException if there is none
     */
    public static PresentedKey in(Path file) throws UnusableKeyException {
        return new PresentedKey(file, read(file));
    }

    /** What is presented now. */
    Optional<String> now() {
        return Optional.ofNullable(latest.get());
    }

    /** Whether the file has another key by now than the one that was presented; what comes from a pipe is read once. */
    boolean isExchangedFor(Optional<String> presented) {
        if (file != null && Files.isRegularFile(file)) {
            try {
                latest.set(read(file));
            } catch (UnusableKeyException half) {
                // Somebody writes it just now, or took it away: what was presented goes on counting.
            }
        }
        return !now().equals(presented);
    }

    private static String read(Path file) throws UnusableKeyException {
        if (Files.isDirectory(file)) {
            throw new UnusableKeyException("is a folder, not a file with a key");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new UnusableKeyException("is too large for a key");
            }
            return checked(new String(content, StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            throw new UnusableKeyException("cannot be read: does it exist, and may you read it?");
        }
    }

    private static String checked(String text) throws UnusableKeyException {
        String key = text.strip();
        if (key.isEmpty()) {
            throw new UnusableKeyException("is empty");
        }
        if (key.length() > MOST_BYTES) {
            throw new UnusableKeyException("is too large for a key");
        }
        if (!VISIBLE.matcher(key).matches()) {
            throw new UnusableKeyException("holds no key: one line, as prismq keys create prints it");
        }
        return key;
    }
}
