package io.prismq.queue.bootstrap.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory for one run, with temporary files that are really old and one that is not. */
final class DemoDirectory {
    static final int OLD_FILES = 3;
    private static final Duration AGE = Duration.ofDays(2);
    private static final int BYTES = 4096;

    private DemoDirectory() {}

    static Path create() throws IOException {
        Path directory = Files.createTempDirectory("prismq-demo-");
        Path temporary = Files.createDirectories(temporary(directory).resolve("uploads"));
        for (int number = 1; number <= OLD_FILES; number++) {
            Path old = Files.write(temporary.resolve("old-%d.part".formatted(number)), new byte[BYTES]);
            Files.setLastModifiedTime(
                    old,
                    FileTime.from(Files.getLastModifiedTime(old).toInstant().minus(AGE)));
        }
        Files.write(temporary.resolve("new.part"), new byte[BYTES]);
        return directory;
    }

    static Path temporary(Path directory) {
        return directory.resolve("temporary");
    }

    static Path database(Path directory) {
        return directory.resolve("queue.db");
    }

    static void delete(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
