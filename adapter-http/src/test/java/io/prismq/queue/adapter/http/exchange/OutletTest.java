package io.prismq.queue.adapter.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class OutletTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] TEXT = "news".getBytes(StandardCharsets.US_ASCII);

    private final Client client = new Client();

    @Test
    void writesAsSoonAsTheClientReads() {
        Outlet outlet = new Outlet(client, PATIENCE);
        client.reads = true;
        outlet.onWritePossible();

        assertThat(outlet.write(TEXT)).succeedsWithin(PATIENCE);
        assertThat(outlet.write(TEXT)).succeedsWithin(PATIENCE);

        assertThat(client.received.toString(StandardCharsets.US_ASCII)).isEqualTo("newsnews");
    }

    @Test
    void waitsForAClientThatIsSlow() {
        Outlet outlet = new Outlet(client, PATIENCE);
        outlet.onWritePossible();
        CompletableFuture<Void> written = outlet.write(TEXT).toCompletableFuture();
        assertThat(written).isNotDone();

        client.reads = true;
        outlet.onWritePossible();

        assertThat(written).succeedsWithin(PATIENCE);
    }

    @Test
    void givesUpOnAClientThatDoesNotRead() {
        Outlet outlet = new Outlet(client, Duration.ofMillis(10));
        outlet.onWritePossible();

        assertThat(outlet.write(TEXT))
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void failsOnceTheClientIsGone() {
        Outlet outlet = new Outlet(client, PATIENCE);
        CompletableFuture<Void> written = outlet.write(TEXT).toCompletableFuture();

        outlet.onError(new IOException("reset"));

        assertThat(written).isCompletedExceptionally();
        assertThat(outlet.write(TEXT)).isCompletedExceptionally();
    }

    /** The server breaks off what is under way when it stops, and says the same of it. */
    @Test
    void tellsABrokenConnectionFromAClientThatDoesNotRead() {
        Outlet outlet = new Outlet(client, PATIENCE);
        CompletableFuture<Void> written = outlet.write(TEXT).toCompletableFuture();

        outlet.onError(new TimeoutException("idle"));

        assertThat(written)
                .failsWithin(PATIENCE)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void isNotWrittenToOnceItIsClosed() {
        Outlet outlet = new Outlet(client, PATIENCE);
        client.reads = true;
        outlet.close();
        outlet.onWritePossible();

        assertThat(outlet.write(TEXT)).isCompletedExceptionally();
        assertThat(client.received.size()).isZero();
    }

    /** The network, with a client at its end. */
    private static final class Client extends ServletOutputStream {
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private boolean reads;

        @Override
        public boolean isReady() {
            return reads;
        }

        @Override
        public void setWriteListener(WriteListener listener) {}

        @Override
        public void write(int octet) {
            received.write(octet);
        }
    }
}
