package io.prismq.queue.bootstrap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.domain.audit.Action;
import io.prismq.queue.domain.audit.By;
import io.prismq.queue.domain.audit.Deed;
import io.prismq.queue.domain.audit.Outcome;
import io.prismq.queue.domain.port.SystemClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path path;

    AuditCommandTest(@TempDir Path directory) {
        this.path = directory.resolve("queue.db");
    }

    @Test
    void printsWhoDidWhat() {
        add(1, Duration.ZERO);

        assertThat(run()).isZero();

        assertThat(out.toString().lines().toList())
                .satisfiesExactly(
                        titles -> assertThat(titles).startsWith("AT"),
                        entry -> assertThat(entry).containsPattern("command line \\(ada\\) +- +cancel_task +1 +done$"));
    }

    @Test
    void printsEveryEntryForPrograms() {
        add(2001, Duration.ZERO);

        assertThat(run("--json")).isZero();

        List<JsonNode> entries =
                out.toString().lines().map(new JsonMapper()::readTree).toList();
        assertThat(entries).hasSize(2001).first().satisfies(newest -> {
            assertThat(newest.required("audit_id").asLong()).isEqualTo(2001);
            assertThat(newest.required("actor").asString()).isEqualTo("command line (ada)");
            assertThat(newest.required("address").isNull()).isTrue();
            assertThat(newest.required("target").asString()).isEqualTo("2001");
        });
        assertThat(entries.get(2000).required("audit_id").asLong()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatIsOlder() {
        add(1, Duration.ofDays(8));
        add(1, Duration.ofDays(6));

        assertThat(run("--since", "7d", "--json")).isZero();

        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void makesNoFile() {
        assertThat(run()).isEqualTo(2);

        assertThat(err).asString().startsWith("there is no file");
        assertThat(path).doesNotExist();
    }

    private void add(int count, Duration ago) {
        try (SqliteTaskStore store = SqliteTaskStore.open(SqliteSettings.of(path), new SystemClock())) {
            store.write(tx -> {
                        By by = new By("command line (ada)", null);
                        for (int n = 1; n <= count; n++) {
                            Deed deed = new Deed(by, Action.CANCEL_TASK, Integer.toString(n), Outcome.DONE);
                            tx.history().audit().add(tx.now().minus(ago), deed);
                        }
                        return tx.now();
                    })
                    .toCompletableFuture()
                    .join();
        }
    }

    private int run(String... options) {
        CommandLine command =
                new CommandLine(new AuditCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("--db", path.toString()));
        all.addAll(List.of(options));
        return command.execute(all.toArray(String[]::new));
    }
}
