package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes in the body of a request as it comes: no thread waits for a client that sends slowly. */
final class Intake implements ReadListener {
    /** How much of a body that is too large is read away, so that a client that still sends hears the answer. */
    private static final int DISCARDED = 32 << 20;

    private static final int CHUNK = 16 << 10;
    private static final String BODY = Intake.class.getName();

    private final ServletInputStream stream;
    private final int maxBytes;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final byte[] chunk = new byte[CHUNK];
    private int discarded;

    private Intake(ServletInputStream stream, int maxBytes) {
        this.stream = stream;
        this.maxBytes = maxBytes;
    }

    /**
     * Completes once the body is there for {@link #taken}; fails with a {@link ProblemException} where it is longer than
     * it may be, or breaks off. To be called once the request is asynchronous.
     */
    static CompletionStage<Void> of(Context context, int maxBytes) {
        try {
            ServletInputStream stream = context.req().getInputStream();
            Intake intake = new Intake(stream, maxBytes);
            stream.setReadListener(intake);
            return intake.whole.thenAccept(bytes -> context.attribute(BODY, bytes));
        } catch (IOException brokenOff) {
            return CompletableFuture.failedStage(broken());
        }
    }

    /** The body of a request that has been taken in. */
    static byte[] taken(Context context) {
        byte[] bytes = context.attribute(BODY);
        return bytes == null ? new byte[0] : bytes;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!whole.isDone() && stream.isReady()) {
            int length = stream.read(chunk);
            if (length < 0) {
                return;
            }
            keep(length);
        }
    }

    @Override
    public void onAllDataRead() {
        if (discarded == 0) {
            whole.complete(body.toByteArray());
        } else {
            whole.completeExceptionally(new ProblemException(ProblemType.BODY_TOO_LARGE.because(
                    "The body of this request may have at most " + maxBytes + " bytes")));
        }
    }

    @Override
    public void onError(Throwable brokenOff) {
        whole.completeExceptionally(broken());
    }

    private void keep(int length) {
        int kept = Math.min(length, maxBytes - body.size());
        body.write(chunk, 0, kept);
        discarded += length - kept;
        if (discarded > DISCARDED) {
            onAllDataRead();
        }
    }

    private static ProblemException broken() {
        return new ProblemException(ProblemType.BAD_REQUEST.because("The body broke off, or is not valid HTTP"));
    }
}
