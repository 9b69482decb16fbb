package io.prismq.queue.adapter.worker.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both ways to touch a directory without following a link, whichever of them this platform takes by itself. */
class SweptDirectoryTest {
    /** How the directory is opened. */
    enum Way {
        HELD {
            @Override
            SweptDirectory open(Path directory) throws IOException {
                return SweptDirectory.at(directory);
            }
        },
        CHECKED {
            @Override
            SweptDirectory open(Path directory) throws IOException {
                return CheckedDirectory.at(directory);
            }
        };

        abstract SweptDirectory open(Path directory) throws IOException;
    }

    @TempDir
    private Path home = Path.of("");

    private Path root = Path.of("");
    private Path outside = Path.of("");

    @BeforeEach
    void make() throws IOException {
        root = Files.createDirectory(home.resolve("temp"));
        outside = Files.createDirectory(home.resolve("outside"));
    }

    @ParameterizedTest
    @EnumSource
    void sweeps_a_tree_and_no_link(Way way) throws Exception {
        Path file = Files.writeString(root.resolve("file"), "12");
        Path inside = Files.createDirectory(root.resolve("inside"));
        Path deeper = Files.writeString(inside.resolve("deeper"), "345");
        Path target = Files.writeString(outside.resolve("target"), "6789");
        Files.createSymbolicLink(inside.resolve("directory-link"), outside);
        Files.createSymbolicLink(inside.resolve("file-link"), target);
        TempFileSweep sweep = new TempFileSweep(Instant.MAX, SparedDirectories.of(List.of()), new AnyAttempt());

        try (SweptDirectory directory = way.open(root)) {
            sweep.sweep(directory);
        }

        assertThat(sweep.answer()).isEqualTo(new TempFileSweep.Answer(2, 5, 0));
        assertThat(file).doesNotExist();
        assertThat(deeper).doesNotExist();
        assertThat(target).exists();
    }

    @ParameterizedTest
    @EnumSource
    void does_not_open_a_link(Way way) throws IOException {
        Path link = Files.createSymbolicLink(home.resolve("link"), outside);

        assertThatIOException().isThrownBy(() -> way.open(link));
    }

    @ParameterizedTest
    @EnumSource
    void does_not_open_a_link_inside(Way way) throws IOException {
        Files.createSymbolicLink(root.resolve("link"), outside);

        try (SweptDirectory directory = way.open(root)) {
            assertThatIOException().isThrownBy(() -> directory.open(Path.of("link")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_cannot_be_deleted_is_counted(Way way) throws Exception {
        Files.writeString(root.resolve("kept"), "1");
        Files.writeString(root.resolve("file"), "22");
        TempFileSweep sweep = new TempFileSweep(Instant.MAX, SparedDirectories.of(List.of()), new AnyAttempt());

        try (SweptDirectory directory = new Stubborn(way.open(root), new IOException("it is in use"))) {
            sweep.sweep(directory);
        }

        assertThat(sweep.answer()).isEqualTo(new TempFileSweep.Answer(1, 2, 1));
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_somebody_else_deleted_is_no_failure(Way way) throws Exception {
        Files.writeString(root.resolve("kept"), "1");
        TempFileSweep sweep = new TempFileSweep(Instant.MAX, SparedDirectories.of(List.of()), new AnyAttempt());

        try (SweptDirectory directory = new Stubborn(way.open(root), new NoSuchFileException("kept"))) {
            sweep.sweep(directory);
        }

        assertThat(sweep.answer()).isEqualTo(new TempFileSweep.Answer(0, 0, 0));
    }

    @Test
    void a_directory_that_cannot_be_read_says_why() {
        TempFileSweep sweep = new TempFileSweep(Instant.MAX, SparedDirectories.of(List.of()), new AnyAttempt());
        IOException why = new IOException("input/output error");

        assertThatIOException()
                .isThrownBy(() -> sweep.sweep(new CheckedDirectory(root, new Unreadable(why))))
                .isSameAs(why);
    }

    /** A directory in which the file {@code kept} cannot be deleted. */
    private record Stubborn(SweptDirectory directory, IOException why) implements SweptDirectory {
        @Override
        public DirectoryStream<Path> entries() {
            return directory.entries();
        }

        @Override
        public BasicFileAttributes attributes(Path name) throws IOException {
            return directory.attributes(name);
        }

        @Override
        public SweptDirectory open(Path name) throws IOException {
            return directory.open(name);
        }

        @Override
        public void delete(Path name) throws IOException {
            if (name.endsWith("kept")) {
                throw why;
            }
            directory.delete(name);
        }

        @Override
        public void close() throws IOException {
            directory.close();
        }
    }

    /** A directory that fails at its first entry. */
    private record Unreadable(IOException why) implements DirectoryStream<Path> {
        @Override
        public Iterator<Path> iterator() {
            return List.<Path>of(Path.of("x")).stream()
                    .<Path>map(entry -> {
                        throw new DirectoryIteratorException(why);
                    })
                    .iterator();
        }

        @Override
        public void close() {}
    }
}
