package io.prismq.queue.adapter.worker.builtin;

import static io.prismq.queue.adapter.worker.builtin.Maintenance.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import io.prismq.queue.adapter.worker.LogLines;
import io.prismq.queue.domain.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanupTempFilesHandlerTest {
    private static final Duration AGE = Duration.ofHours(24);

    private final SettableClock clock = new SettableClock();

    @TempDir
    private Path home = Path.of("");

    private Path root = Path.of("");
    private Path outside = Path.of("");

    @BeforeEach
    void make() throws IOException {
        root = Files.createDirectory(home.resolve("temp"));
        outside = Files.createDirectory(home.resolve("outside"));
    }

    @Test
    void deletes_old_files_and_counts_them() throws Exception {
        Path one = old(root.resolve("one"), "12345");
        Path two = old(root.resolve("two"), "678");

        assertThat(clean(root)).isEqualTo("{\"deleted_files\":2,\"deleted_bytes\":8,\"failed_files\":0}");
        assertThat(one).doesNotExist();
        assertThat(two).doesNotExist();
    }

    @Test
    void warns_at_the_start_of_what_is_no_directory() {
        try (LogLines log = new LogLines(CleanupTempFilesHandler.class)) {
            handler(root);
            assertThat(log.at(Level.WARN)).isEmpty();

            handler(home.resolve("nope"));
            assertThat(log.at(Level.WARN)).singleElement().asString().contains("nope of maintenance.temp_directories");
        }
    }

    @Test
    void tells_the_tasks_log_what_it_deleted() throws Exception {
        Path one = old(root.resolve("one"), "12345");

        assertThat(Maintenance.logOf(handler(root), "{}"))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("debug deleted ")
                        .endsWith(one.getFileName().toString()));
    }

    @Test
    void tells_the_tasks_log_what_it_could_not_deal_with() throws Exception {
        Path file = file(home.resolve("file"), "x", clock.now());

        assertThat(Maintenance.logOf(handler(file), "{}"))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("warn cannot clean up " + file + ": "));
    }

    @Test
    void keeps_a_file_that_is_a_millisecond_too_young() throws Exception {
        Path young = file(root.resolve("young"), "x", clock.now().minus(AGE).plusMillis(1));

        assertThat(clean(root)).isEqualTo(nothing());
        assertThat(young).exists();
    }

    @Test
    void deletes_a_file_of_exactly_the_age() throws Exception {
        file(root.resolve("file"), "x", clock.now().minus(AGE));

        assertThat(clean(root)).contains("\"deleted_files\":1");
    }

    @Test
    void an_age_of_0_deletes_every_file_that_is_not_from_the_future() throws Exception {
        file(root.resolve("now"), "x", clock.now());
        Path future = file(root.resolve("future"), "x", clock.now().plusMillis(1));

        assertThat(run(handler(root), "{\"max_age_hours\":0}")).contains("\"deleted_files\":1");
        assertThat(future).exists();
    }

    @Test
    void deletes_old_files_in_directories_and_leaves_the_directories() throws Exception {
        Path inside = Files.createDirectories(root.resolve("a/b"));
        old(inside.resolve("file"), "x");

        assertThat(clean(root)).contains("\"deleted_files\":1");
        assertThat(inside).isEmptyDirectory();
    }

    @Test
    void does_not_touch_what_lies_beside_the_directory() throws Exception {
        Path beside = old(outside.resolve("file"), "x");

        clean(root);

        assertThat(beside).exists();
    }

    @Test
    void leaves_a_link_to_a_file_and_its_target() throws Exception {
        Path target = old(outside.resolve("file"), "x");
        Path link = oldLink(root.resolve("link"), target);

        assertThat(clean(root)).isEqualTo(nothing());
        assertThat(target).exists();
        assertThat(link).isSymbolicLink();
    }

    @Test
    void does_not_follow_a_link_to_a_directory() throws Exception {
        Path target = old(outside.resolve("file"), "x");
        oldLink(root.resolve("link"), outside);

        assertThat(clean(root)).isEqualTo(nothing());
        assertThat(target).exists();
    }

    @Test
    void does_not_follow_a_link_further_down() throws Exception {
        Path target = old(outside.resolve("file"), "x");
        oldLink(Files.createDirectory(root.resolve("inside")).resolve("link"), outside);

        assertThat(clean(root)).isEqualTo(nothing());
        assertThat(target).exists();
    }

    @Test
    void does_not_go_round_in_circles() throws Exception {
        oldLink(root.resolve("self"), root);
        old(root.resolve("file"), "x");

        assertThat(clean(root)).isEqualTo("{\"deleted_files\":1,\"deleted_bytes\":1,\"failed_files\":0}");
    }

    @Test
    void leaves_a_link_to_nowhere() throws Exception {
        Path link = oldLink(root.resolve("link"), home.resolve("nowhere"));

        assertThat(clean(root)).isEqualTo(nothing());
        assertThat(link).isSymbolicLink();
    }

    @Test
    void does_not_follow_a_configured_directory_that_is_a_link() throws Exception {
        Path target = old(outside.resolve("file"), "x");
        Path link = oldLink(home.resolve("link"), outside);

        assertThat(clean(link)).contains("\"deleted_files\":0").contains("\"failed_files\":1");
        assertThat(target).exists();
    }

    @Test
    void cleans_every_configured_directory_though_one_fails() throws Exception {
        Path link = oldLink(home.resolve("link"), outside);
        old(root.resolve("file"), "x");

        assertThat(run(new CleanupTempFilesHandler(List.of(link, root), List.of(), clock), "{}"))
                .isEqualTo("{\"deleted_files\":1,\"deleted_bytes\":1,\"failed_files\":1}");
    }

    @Test
    void a_directory_that_does_not_exist_is_empty() throws Exception {
        assertThat(clean(home.resolve("missing"))).isEqualTo(nothing());
    }

    @Test
    void a_file_in_place_of_a_directory_fails_and_stays() throws Exception {
        Path file = old(home.resolve("file"), "x");

        assertThat(clean(file)).contains("\"deleted_files\":0").contains("\"failed_files\":1");
        assertThat(file).exists();
    }

    @Test
    void never_cleans_the_root_of_a_file_system() throws Exception {
        assertThat(clean(home.getRoot())).contains("\"deleted_files\":0").contains("\"failed_files\":1");
    }

    @Test
    void spares_a_directory_though_a_configured_one_leads_there() throws Exception {
        Path spared = old(outside.resolve("queue.db"), "x");
        old(root.resolve("file"), "x");

        assertThat(clean(home)).isEqualTo("{\"deleted_files\":1,\"deleted_bytes\":1,\"failed_files\":1}");
        assertThat(clean(outside)).isEqualTo("{\"deleted_files\":0,\"deleted_bytes\":0,\"failed_files\":1}");
        assertThat(spared).exists();
    }

    @Test
    void leaves_what_is_nested_too_deeply() throws Exception {
        Path deepest = Files.createDirectories(root.resolve("d/".repeat(TempFileSweep.MAX_DEPTH - 1)));
        Path deep = Files.createDirectory(deepest.resolve("d"));
        Path reached = old(deepest.resolve("reached"), "x");
        Path tooDeep = old(deep.resolve("too-deep"), "x");

        assertThat(clean(root)).isEqualTo("{\"deleted_files\":1,\"deleted_bytes\":1,\"failed_files\":1}");
        assertThat(reached).doesNotExist();
        assertThat(tooDeep).exists();
    }

    @Test
    void stops_when_it_is_interrupted() throws IOException {
        Path file = old(root.resolve("file"), "x");
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> clean(root));
        assertThat(file).exists();
    }

    private String clean(Path directory) throws Exception {
        return run(handler(directory), "{}");
    }

    private CleanupTempFilesHandler handler(Path directory) {
        return new CleanupTempFilesHandler(List.of(directory), List.of(outside), clock);
    }

    private static String nothing() {
        return "{\"deleted_files\":0,\"deleted_bytes\":0,\"failed_files\":0}";
    }

    private Path old(Path path, String text) throws IOException {
        return file(path, text, clock.now().minus(AGE).minusSeconds(1));
    }

    private static Path file(Path path, String text, Instant modified) throws IOException {
        Files.writeString(path, text);
        return Files.setLastModifiedTime(path, FileTime.from(modified));
    }

    /** Where the platform lets a link have a time of its own, it is as old as an old file. */
    private Path oldLink(Path link, Path target) throws IOException {
        Files.createSymbolicLink(link, target);
        BasicFileAttributeView view =
                Files.getFileAttributeView(link, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        FileTime longAgo = FileTime.from(clock.now().minus(AGE).minusSeconds(1));
        try {
            view.setTimes(longAgo, null, null);
        } catch (IOException fixed) {
            assertThat(link).isSymbolicLink();
        }
        return link;
    }
}
