package io.prismq.queue.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for the time of a run, on the disk where the sources are: what is in memory alone would flatter. */
record Workshop(Path directory) implements AutoCloseable {
    static Workshop open() throws IOException {
        Path parent = Files.createDirectories(Path.of(System.getProperty("bench.directory")));
        return new Workshop(Files.createTempDirectory(parent, "run-"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(Workshop::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
