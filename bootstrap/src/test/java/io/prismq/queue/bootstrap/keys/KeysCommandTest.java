package io.prismq.queue.bootstrap.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.sqlite.SqliteSettings;
import io.prismq.queue.adapter.sqlite.SqliteTaskStore;
import io.prismq.queue.application.access.KeyRing;
import io.prismq.queue.domain.access.ApiKey;
import io.prismq.queue.domain.access.Grant;
import io.prismq.queue.domain.access.Scope;
import io.prismq.queue.domain.port.SystemClock;
import io.prismq.queue.domain.task.TaskType;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeysCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path directory;
    private final Path path;

    KeysCommandTest(@TempDir Path directory) {
        this.directory = directory;
        this.path = directory.resolve("queue.db");
    }

    @Test
    void makesAKeyThatAServerKnows() {
        assertThat(run("create", "--name", "ci", "--scopes", "enqueue,read", "--types", "email,b", "--expires", "2d"))
                .isZero();

        ApiKey key = find(out.toString().strip());
        assertThat(key.name()).isEqualTo("ci");
        assertThat(key.grant())
                .isEqualTo(
                        new Grant(Set.of(Scope.ENQUEUE, Scope.READ), Set.of(new TaskType("email"), new TaskType("b"))));
        assertThat(key.expiresAt()).isEqualTo(key.createdAt().plus(Duration.ofDays(2)));
        assertThat(err).asString().startsWith("Key " + key.id() + " is made. Keep what is printed");
    }

    @Test
    void keepsNoSecret() throws IOException {
        run("create", "--name", "ci", "--scopes", "admin");
        String secret = out.toString().strip().substring("prismq_0123456789ab_".length());

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(file -> has(file, secret))).isEmpty();
        }
    }

    @Test
    void listsKeysForPeople() {
        run("create", "--name", "billing service", "--scopes", "work");

        assertThat(printed("list").lines().toList())
                .satisfiesExactly(
                        titles -> assertThat(titles).startsWith("KEY"),
                        key -> assertThat(key).containsPattern("active +work +all +never +billing service$"));
    }

    @Test
    void listsKeysForPrograms() {
        run("create", "--name", "ci", "--scopes", "work,read", "--types", "email");

        JsonNode key = new JsonMapper().readTree(printed("list", "--json")).get(0);

        assertThat(key.propertyNames())
                .containsExactly(
                        "key_id",
                        "name",
                        "state",
                        "scopes",
                        "types",
                        "created_at_utc",
                        "expires_at_utc",
                        "revoked_at_utc");
        assertThat(key.at("/scopes")).hasToString("[\"read\",\"work\"]");
        assertThat(key.at("/state").asString()).isEqualTo("active");
        assertThat(key.at("/expires_at_utc").isNull()).isTrue();
    }

    @Test
    void revokesAKeyForGood() {
        run("create", "--name", "ci", "--scopes", "read");
        String token = out.toString().strip();
        String id = find(token).id().value();

        assertThat(printed("revoke", id)).startsWith("Key " + id + " is revoked since ");

        assertThat(find(token).revokedAt()).isNotNull();
        assertThat(printed("list")).contains("revoked");
    }

    @Test
    void saysWhereThereIsNoSuchKey() {
        run("create", "--name", "ci", "--scopes", "read");
        err.getBuffer().setLength(0);

        assertThat(run("revoke", "0123456789ab")).isEqualTo(1);
        assertThat(err).asString().isEqualTo("prismq: there is no key 0123456789ab" + System.lineSeparator());
    }

    @Test
    void doesNotRepeatASecret() {
        run("create", "--name", "ci", "--scopes", "read");
        String token = out.toString().strip();
        err.getBuffer().setLength(0);

        assertThat(run("revoke", token)).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err).asString().contains("the part in the middle").doesNotContain(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "revoke 0123456789ab"})
    void looksAfterADatabaseThatIsThere(String command) {
        assertThat(run(command.split(" "))).isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(err).asString().startsWith("there is no file " + path);
        assertThat(path).doesNotExist();
    }

    @Test
    void takesListsAsPeopleWriteThem() {
        run("create", "--name", "ci", "--scopes", "enqueue, READ", "--types", "email, b");

        assertThat(find(out.toString().strip()).grant())
                .isEqualTo(
                        new Grant(Set.of(Scope.ENQUEUE, Scope.READ), Set.of(new TaskType("email"), new TaskType("b"))));
    }

    @Test
    void namesTheScopesThatThereAre() {
        run("create", "--name", "ci", "--scopes", "reed");

        assertThat(err).asString().contains("'reed' is none of enqueue, read, work, manage, admin");
    }

    @Test
    void writesAKeyToAFileOfItsOwner() throws IOException {
        Path file = directory.resolve("ci.key");

        assertThat(run("create", "--name", "ci", "--scopes", "read", "--out", file.toString()))
                .isZero();

        assertThat(find(Files.readString(file).strip()).name()).isEqualTo("ci");
        assertThat(out).asString().isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void makesNoKeyWhereItsFileCannotBeMade() throws IOException {
        Path file = Files.writeString(directory.resolve("ci.key"), "mine");
        run("create", "--name", "first", "--scopes", "read");

        assertThat(run("create", "--name", "ci", "--scopes", "read", "--out", file.toString()))
                .isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run("create", "--name", "ci", "--scopes", "read", "--out", file + "/nowhere"))
                .isEqualTo(CommandLine.ExitCode.USAGE);

        assertThat(file).hasContent("mine");
        assertThat(printed("list").lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--name= --scopes=read",
                "--name=a --scopes=",
                "--name=a --scopes=read,write",
                "--name=a",
                "--scopes=read",
                "--name=a --scopes=read --types=a/b",
                "--name=a --scopes=read --expires=0s",
                "--name=a --scopes=read --expires=36501d",
                "--name=a --scopes=read --expires=soon"
            })
    void refusesWhatIsNoKey(String options) {
        assertThat(run(Stream.concat(Stream.of("create"), Stream.of(options.split(" ")))
                        .toArray(String[]::new)))
                .isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(out).asString().isEmpty();
    }

    private static boolean has(Path file, String secret) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private ApiKey find(String token) {
        try (SqliteTaskStore store = SqliteTaskStore.open(SqliteSettings.of(path), new SystemClock())) {
            return new KeyRing(store, new SystemClock()).find(token).orElseThrow();
        }
    }

    private String printed(String... arguments) {
        out.getBuffer().setLength(0);
        assertThat(run(arguments)).isZero();
        return out.toString();
    }

    private int run(String... arguments) {
        List<String> all = Stream.concat(
                        Stream.of(arguments[0], "--db", path.toString()),
                        Stream.of(arguments).skip(1))
                .toList();
        return new CommandLine(new KeysCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }
}
