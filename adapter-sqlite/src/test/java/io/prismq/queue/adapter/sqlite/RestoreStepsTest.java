package io.prismq.queue.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restore that ends before any of its steps leaves the old database or the new one, and the next one cleans up. */
class RestoreStepsTest {
    private static final int OLD = 5;
    private static final int NEW = 3;

    @TempDir
    private Path directory;

    @Test
    void leaveTheOldDatabaseOrTheNewOne() {
        int steps = killEachStep(
                scene -> scene.replacedBy(OLD),
                scene -> assertThat(scene.tasks()).isIn((long) OLD, (long) NEW));

        assertThat(steps).isGreaterThan(5);
    }

    @Test
    void leaveADamagedDatabaseWithItsLogOrTheNewOne() {
        killEachStep(
                scene -> {
                    write(scene.database(), "a letter");
                    write(Siblings.of(scene.database(), "-wal"), "and its postscript");
                },
                scene -> {
                    if (!read(scene.database()).equals("a letter")) {
                        assertThat(Siblings.of(scene.database(), "-wal")).doesNotExist();
                        assertThat(scene.tasks()).isEqualTo(NEW);
                    }
                });
    }

    /** How many steps there are. */
    private int killEachStep(Consumer<Scene> before, Consumer<Scene> afterwards) {
        FailingDisk disk;
        int steps = 0;
        do {
            Scene scene = new Scene(directory.resolve("" + steps)).holding(NEW);
            SqliteBackup.take(scene.database(), scene.backup());
            before.accept(scene);
            disk = new FailingDisk(steps++);
            restoreOrBeKilled(scene, disk);
            afterwards.accept(scene);
            Path kept = scene.restore().replaced().orElseThrow();
            assertThat(scene.tasks()).isEqualTo(NEW);
            assertThat(scene.files()).noneMatch(name -> name.contains(".restoring"));
            assertThat(scene.files())
                    .filteredOn(name -> name.contains(".replaced-") && !name.endsWith("-wal"))
                    .contains(kept.getFileName().toString())
                    .allSatisfy(name -> assertThat(scene.directory().resolve(name))
                            .isNotEqualTo(scene.database())
                            .satisfies(file -> assertThat(Files.isSameFile(file, scene.database()))
                                    .isFalse()));
        } while (!disk.survived());
        return steps;
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

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException error) {
            throw new AssertionError(error);
        }
    }
}
