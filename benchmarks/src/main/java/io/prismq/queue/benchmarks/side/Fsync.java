package io.prismq.queue.benchmarks.side;

import io.prismq.queue.benchmarks.load.Latencies;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the disk takes to keep four kibibytes for good, at the end of a file that grows. */
public final class Fsync {
    private static final int BYTES = 4096;

    private Fsync() {}

    public static Latencies times(int times, Path directory) throws IOException {
        Path file = directory.resolve("fsync.bin");
        Latencies latencies = new Latencies();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int n = 0; n < times; n++) {
                long begun = System.nanoTime();
                channel.write(ByteBuffer.allocate(BYTES));
                channel.force(false);
                latencies.add(System.nanoTime() - begun);
            }
        } finally {
            Files.deleteIfExists(file);
        }
        return latencies;
    }
}
