package io.prismq.queue.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One connection and what is said on it. */
final class Line implements AutoCloseable {
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Talk talk;
    private final AnswerReader reader = new AnswerReader();
    private ByteBuffer out = ByteBuffer.allocate(0);
    private @Nullable Answer last;
    private long dueNanos;

    private Line(SocketChannel channel, SelectionKey key, Talk talk) {
        this.channel = channel;
        this.key = key;
        this.talk = talk;
    }

    static Line open(InetSocketAddress server, Selector selector, Talk talk) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        Line line = new Line(channel, key, talk);
        key.attach(line);
        return line;
    }

    /** Learns when the next request is due. */
    long plan() {
        dueNanos = talk.dueNanos();
        return dueNanos;
    }

    /** Begins the next request; false where there is none. */
    boolean speak() throws IOException {
        byte[] request = talk.next(last);
        if (request == null) {
            return false;
        }
        out = ByteBuffer.wrap(request);
        write();
        return true;
    }

    void write() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Reads what is there; the answer where it is whole. */
    @Nullable
    Answer hear(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new IOException("the server hung up");
        }
        buffer.flip();
        reader.take(buffer);
        Answer answer = reader.poll();
        if (answer != null) {
            last = answer;
        }
        return answer;
    }

    /** Since the request was due: a request that waits for the one before has begun to wait. */
    long takenNanos() {
        return System.nanoTime() - dueNanos;
    }

    /** A request that nothing held up counts from when it is sent, however coarse the clock of the selector is. */
    void sentPromptly() {
        dueNanos = System.nanoTime();
    }

    @Override
    public void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException gone) {
            // It is gone either way.
        }
    }
}
