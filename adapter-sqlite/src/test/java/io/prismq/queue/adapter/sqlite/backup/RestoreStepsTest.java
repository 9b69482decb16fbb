package io.prismq.queue.adapter.sqlite.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restore that ends before any of its steps leaves the old database or the new one, and the next one cleans up. */
class RestoreStepsTest {
    private static final int OLD = 5;
    private static final int NEW = 3;

    private final Path directory;
    private final Scene original;

    RestoreStepsTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        original = new Scene(Files.createDirectory(directory.resolve("original"))).holding(NEW);
        SqliteBackup.take(original.database(), original.backup());
        original.replacedBy(OLD);
    }

    @Test
    void leaveTheOldDatabaseOrTheNewOne() throws IOException {
        int steps = killEachStep(scene -> {}, scene -> assertThat(scene.tasks()).isIn((long) OLD, (long) NEW));

        assertThat(steps).isGreaterThan(5);
    }

    @Test
    void leaveADamagedDatabaseWithItsLogOrTheNewOne() throws IOException {
        killEachStep(
                scene -> {
                    write(scene.database(), "a letter");
                    write(Siblings.of(scene.database(), "-wal"), "and its postscript");
                },
                scene -> {
                    if (new SingleFile(scene.database()).hasHeader()) {
                        assertThat(Siblings.of(scene.database(), "-wal")).doesNotExist();
                        assertThat(scene.tasks()).isEqualTo(NEW);
                    } else {
                        assertThat(scene.database()).hasContent("a letter");
                    }
                });
    }

    /** How many steps there are. */
    private int killEachStep(Consumer<Scene> before, Consumer<Scene> afterwards) throws IOException {
        FailingDisk disk;
        int steps = 0;
        do {
            Scene scene = original.copyTo(directory.resolve("" + steps));
            before.accept(scene);
            disk = new FailingDisk(steps++);
            restoreOrBeKilled(scene, disk);
            afterwards.accept(scene);
            assertIsCleanedUpByTheNext(scene);
        } while (!disk.survived());
        return steps;
    }

    private static void assertIsCleanedUpByTheNext(Scene scene) {
        Path kept = scene.restore().replaced().orElseThrow();
        assertThat(scene.tasks()).isEqualTo(NEW);
        assertThat(scene.files())
                .noneMatch(name -> name.contains(".restoring"))
                .filteredOn(name -> name.contains(".replaced-") && !name.endsWith("-wal"))
                .contains(kept.getFileName().toString())
                .allSatisfy(
                        name -> assertThat(Files.isSameFile(scene.directory().resolve(name), scene.database()))
                                .isFalse());
    }

    private static void restoreOrBeKilled(Scene scene, FailingDisk disk) {
        try {
            scene.restore(disk);
        } catch (FailingDisk.Killed expected) {
            assertThat(disk.survived()).isFalse();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException error) {
            throw new AssertionError(error);
        }
    }
}
