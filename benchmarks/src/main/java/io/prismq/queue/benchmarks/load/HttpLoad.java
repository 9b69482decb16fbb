package io.prismq.queue.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Puts a load on a server: a connection for each talk, all on the caller's thread. */
public final class HttpLoad {
    private static final long NANOS_IN_A_MILLISECOND = 1_000_000;

    /** A line and when its next request is due. */
    private record Waiting(long due, Line line) {}

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 << 10);
    private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(Comparator.comparingLong(Waiting::due));
    private final Latencies latencies = new Latencies();
    private int open;
    private int failures;

    private HttpLoad(Selector selector) {
        this.selector = selector;
    }

    /** Connects, lets each talk go on until it has nothing more to say, and hangs up. */
    public static Tally run(InetSocketAddress server, List<? extends Talk> talks) {
        try (Selector selector = Selector.open()) {
            return new HttpLoad(selector).talk(server, talks);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private Tally talk(InetSocketAddress server, List<? extends Talk> talks) throws IOException {
        List<Line> lines = talks.stream().map(talk -> connect(server, talk)).toList();
        open = lines.size();
        long begun = System.nanoTime();
        lines.forEach(this::goOn);
        while (open > 0) {
            select();
            speakWhereDue();
            selector.selectedKeys().forEach(this::attend);
            selector.selectedKeys().clear();
        }
        return new Tally(latencies.count(), failures, System.nanoTime() - begun, latencies);
    }

    private Line connect(InetSocketAddress server, Talk talk) {
        try {
            return Line.open(server, selector, talk);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private void select() throws IOException {
        Waiting next = waiting.peek();
        if (next == null) {
            selector.select();
        } else {
            long millis = (next.due() - System.nanoTime()) / NANOS_IN_A_MILLISECOND;
            if (millis > 0) {
                selector.select(millis);
            } else {
                selector.selectNow();
            }
        }
    }

    private void speakWhereDue() {
        long now = System.nanoTime();
        for (Waiting next = waiting.peek(); next != null && next.due() <= now; next = waiting.peek()) {
            waiting.remove();
            next.line().sentPromptly();
            speak(next.line());
        }
    }

    private void attend(SelectionKey key) {
        Line line = (Line) key.attachment();
        try {
            if (key.isWritable()) {
                line.write();
            }
            Answer answer = key.isReadable() ? line.hear(buffer) : null;
            if (answer != null) {
                count(answer, line);
                goOn(line);
            }
        } catch (IOException broken) {
            failures++;
            hangUp(line);
        }
    }

    private void count(Answer answer, Line line) {
        if (answer.isSuccess()) {
            latencies.add(line.takenNanos());
        } else {
            failures++;
        }
    }

    private void goOn(Line line) {
        long due = line.plan();
        if (due > System.nanoTime()) {
            waiting.add(new Waiting(due, line));
        } else {
            speak(line);
        }
    }

    private void speak(Line line) {
        try {
            if (!line.speak()) {
                hangUp(line);
            }
        } catch (IOException broken) {
            failures++;
            hangUp(line);
        }
    }

    private void hangUp(Line line) {
        line.close();
        open--;
    }
}
