package io.prismq.queue.adapter.http.exchange;

import io.javalin.http.Context;
import io.prismq.queue.adapter.http.problem.Problem;
import io.prismq.queue.adapter.http.problem.ProblemException;
import io.prismq.queue.adapter.http.problem.ProblemType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Takes in the body of a request as it comes: no thread waits for a client that sends slowly. */
final class Intake implements ReadListener {
    /** How much of a body that is refused is read away, so that a client that still sends hears the answer. */
    private static final int DISCARDED = 32 << 20;

    /** To be read, a body is decoded and parsed, which takes so many times its bytes. */
    private static final long READING = 3;

    private static final String BODY = Intake.class.getName();

    /** What is read into this is never looked at. */
    private static final byte[] DRAIN = new byte[16 << 10];

    private final HttpServletRequest request;
    private final ServletInputStream stream;
    private final int maxBytes;
    private final BodyRoom room;
    private final Pieces body;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private BodyRoom.@Nullable Share share;
    private @Nullable Problem refusal;
    private long discarded;

    private Intake(HttpServletRequest request, ServletInputStream stream, int maxBytes, BodyRoom room) {
        long announced = request.getContentLengthLong();
        this.request = request;
        this.stream = stream;
        this.maxBytes = maxBytes;
        this.room = room;
        this.body = new Pieces((int) (announced < 0 ? maxBytes : Math.min(announced, maxBytes)), this::draw);
        if (announced > maxBytes) {
            refuse(tooLarge());
        }
    }

    /**
     * Completes once the body is there for {@link #taken}; fails with a {@link ProblemException} where it is longer than
     * it may be, there is no room for it, or it breaks off. To be called once the request is asynchronous.
     */
    static CompletionStage<Intake> of(Context context, int maxBytes, BodyRoom room) {
        try {
            ServletInputStream stream = context.req().getInputStream();
            Intake intake = new Intake(context.req(), stream, maxBytes, room);
            stream.setReadListener(intake);
            return intake.whole.thenApply(bytes -> {
                context.attribute(BODY, bytes);
                return intake;
            });
        } catch (IOException brokenOff) {
            return CompletableFuture.failedStage(broken());
        }
    }

    /** The body of a request that has been taken in. */
    static byte[] taken(Context context) {
        byte[] bytes = context.attribute(BODY);
        return bytes == null ? new byte[0] : bytes;
    }

    /** To be called once the body has been read, if it is: what was kept for that is free again. */
    void wasRead() {
        if (share != null) {
            share.giveBack(READING * body.size());
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        int length = 0;
        while (length >= 0 && !whole.isDone() && stream.isReady()) {
            length = refusal == null && !body.isFull() ? keep() : discard();
        }
    }

    @Override
    public void onAllDataRead() {
        if (refusal == null && !body.isInOnePiece() && !draw(READING * body.size())) {
            refuse(noRoom());
        }
        if (refusal == null) {
            whole.complete(body.whole());
        } else {
            whole.completeExceptionally(new ProblemException(refusal));
        }
    }

    @Override
    public void onError(Throwable brokenOff) {
        whole.completeExceptionally(broken());
    }

    private int keep() throws IOException {
        if (body.grow()) {
            return body.read(stream);
        }
        refuse(noRoom());
        return 0;
    }

    private int discard() throws IOException {
        int length = stream.read(DRAIN);
        if (length > 0) {
            discarded += length;
            if (refusal == null) {
                refuse(tooLarge());
            }
            if (discarded > DISCARDED) {
                onAllDataRead();
            }
        }
        return length;
    }

    private boolean draw(long bytes) {
        if (share == null) {
            BodyRoom.Share fresh = room.share();
            Request.addCompletionListener(
                    ServletContextRequest.getServletContextRequest(request), failure -> fresh.end());
            share = fresh;
        }
        return share.take(bytes);
    }

    private void refuse(Problem problem) {
        refusal = problem;
        body.drop();
        if (share != null) {
            share.end();
        }
    }

    private Problem tooLarge() {
        return ProblemType.BODY_TOO_LARGE.because("The body of this request may have at most " + maxBytes + " bytes");
    }

    private static Problem noRoom() {
        return ProblemType.TOO_MANY_BODIES.because("Nothing was stored; try again, or send less at a time");
    }

    private static ProblemException broken() {
        return new ProblemException(ProblemType.BAD_REQUEST.because("The body broke off, or is not valid HTTP"));
    }
}
