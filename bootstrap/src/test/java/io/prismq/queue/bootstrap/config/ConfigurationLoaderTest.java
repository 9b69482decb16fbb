package io.prismq.queue.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prismq.queue.bootstrap.config.QueueSection.DurabilityChoice;
import io.prismq.queue.bootstrap.config.WorkerSection.ThreadsChoice;
import io.prismq.queue.domain.task.RetryPolicy;
import io.prismq.queue.domain.task.TaskTypePolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationLoaderTest {
    @TempDir
    private Path directory;

    @Nested
    class Sources {
        @Test
        void areNotNeeded() {
            Configuration defaults = load("", Map.of(), Map.of());

            assertThat(defaults.server()).isEqualTo(new ServerSection("127.0.0.1", 8000, List.of(), List.of()));
            assertThat(defaults.queue()).isEqualTo(new QueueSection(null, DurabilityChoice.FULL, 4));
            assertThat(defaults.worker())
                    .isEqualTo(new WorkerSection(true, null, 4, null, ThreadsChoice.PLATFORM, Map.of(), null, null));
            assertThat(defaults.workers()).isEqualTo(new WorkersSection(120));
            assertThat(defaults.shutdown().grace()).isEqualTo(Duration.ofSeconds(30));
            assertThat(defaults.types()).isEmpty();
        }

        @Test
        void lieOverEachOther() {
            String file = "server: {host: 127.0.0.2, port: 1}\nworker: {slots: 9}";
            Map<String, String> environment = Map.of("PRISMQ_SERVER_PORT", "2", "PRISMQ_SERVER_HOST", "127.0.0.3");

            Configuration configuration = load(file, environment, Map.of("server.port", "3"));

            assertThat(configuration.server()).isEqualTo(new ServerSection("127.0.0.3", 3, List.of(), List.of()));
            assertThat(configuration.worker().slots()).isEqualTo(9);
            assertThat(configuration.worker().prefetch()).isNull();
        }

        @Test
        void countWhatTheProgramFoundWhereNobodySays() {
            Map<String, String> found = Map.of("worker.plugins_dir", "/opt/plugins");

            assertThat(pluginsDir("", found)).isEqualTo("/opt/plugins");
            assertThat(pluginsDir("worker: {plugins_dir: mine}", found)).isEqualTo("mine");
            assertThat(pluginsDir("worker: {plugins_dir: null}", found)).isNull();
        }

        private @Nullable String pluginsDir(String file, Map<String, String> found) {
            return ConfigurationLoader.load(new ConfigurationSources(write(file), Map.of(), Map.of(), found))
                    .worker()
                    .pluginsDir();
        }

        @Test
        void includeTheVariableThatHasAlwaysNamedTheDatabase() {
            Configuration configuration = load("", Map.of("PRISMQ_QUEUE_DB_PATH", "/data/with: colon.db"), Map.of());

            assertThat(configuration.queue().dbPath()).isEqualTo("/data/with: colon.db");
        }

        @Test
        void leaveAloneTheVariableThatNamesTheServerOfOtherCommands() {
            assertThat(load("", Map.of("PRISMQ_SERVER", "http://queue:8000"), Map.of())
                            .server()
                            .host())
                    .isEqualTo("127.0.0.1");
        }

        @Test
        void mayGiveListsThroughTheEnvironment() {
            Configuration configuration =
                    load("", Map.of("PRISMQ_MAINTENANCE_TEMP_DIRECTORIES", "[/tmp/a, /tmp/b]"), Map.of());

            assertThat(configuration.maintenance().tempDirectories()).containsExactly("/tmp/a", "/tmp/b");
        }

        @Test
        void mayGiveObjectsAndNumbersThroughTheEnvironment() {
            WorkerSection worker = load(
                            "",
                            Map.of(
                                    "PRISMQ_WORKER_CAPABILITIES",
                                    "{region: [eu, us]}",
                                    "PRISMQ_WORKER_LEASE_SECONDS",
                                    "45",
                                    "PRISMQ_WORKER_THREADS",
                                    "virtual"),
                            Map.of())
                    .worker();

            assertThat(worker.capabilities()).hasToString("{region=[\"eu\",\"us\"]}");
            assertThat(worker.leaseSeconds()).isEqualTo(45);
            assertThat(worker.threads()).isEqualTo(ThreadsChoice.VIRTUAL);
        }

        @Test
        void mayHoldEmptySections() {
            assertThat(load("server:\nworker:\n", Map.of(), Map.of()).server().port())
                    .isEqualTo(8000);
        }

        @ParameterizedTest
        @CsvSource({
            "USE_TASK_QUEUE=false",
            "PRISMQ_USE_TASK_QUEUE=false USE_TASK_QUEUE=true",
            "PRISMQ_MAINTENANCE_USE_TASK_QUEUE=false PRISMQ_USE_TASK_QUEUE=true USE_TASK_QUEUE=true"
        })
        void mayGiveAKeyByFurtherNamesOfWhichTheFirstCounts(String variables) {
            Map<String, String> environment = Stream.of(variables.split(" "))
                    .map(variable -> variable.split("="))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

            assertThat(load("", environment, Map.of()).maintenance().useTaskQueue())
                    .isFalse();
            assertThat(load("maintenance: {use_task_queue: false}", Map.of("USE_TASK_QUEUE", "true"), Map.of())
                            .maintenance()
                            .useTaskQueue())
                    .isTrue();
        }

        @Test
        void leaveAloneTheVariablesOfAServiceOfKubernetes() {
            Map<String, String> service = Map.of(
                    "PRISMQ_SERVICE_HOST", "10.0.0.7",
                    "PRISMQ_SERVICE_PORT", "8000",
                    "PRISMQ_SERVICE_PORT_HTTP", "8000",
                    "PRISMQ_PORT", "tcp://10.0.0.7:8000",
                    "PRISMQ_PORT_8000_TCP", "tcp://10.0.0.7:8000",
                    "PRISMQ_PORT_8000_TCP_PROTO", "tcp",
                    "PRISMQ_PORT_8000_TCP_PORT", "8000",
                    "PRISMQ_PORT_8000_TCP_ADDR", "10.0.0.7");

            assertThat(load("", service, Map.of()).server().port()).isEqualTo(8000);
        }

        @Test
        void leaveAloneTheVariableOfAServiceThatHasTheNameOfAKey() {
            Map<String, String> service =
                    Map.of("PRISMQ_SERVER_PORT", "tcp://10.0.0.7:80", "PRISMQ_SERVER_SERVICE_HOST", "10.0.0.7");

            assertThat(load("server: {port: 1}", service, Map.of()).server().port())
                    .isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "PRISMQ_TASK_ID",
                    "PRISMQ_TASK_TYPE",
                    "PRISMQ_ATTEMPT",
                    "PRISMQ_TYPES",
                    "PRISMQ_WORKER",
                    "PRISMQ_LEASE_SECONDS"
                })
        void leaveAloneTheVariablesOfWorkers(String variable) {
            assertThat(load("", Map.of(variable, "1"), Map.of()).worker().id()).isNull();
        }

        @Test
        void includeOtherVariablesOfTheProgram() {
            assertThat(load("", Map.of("PRISMQ_LOG_LEVEL", "DEBUG", "HOME", "/root"), Map.of()))
                    .isNotNull();
        }
    }

    @Nested
    class Mistakes {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "server: {prot: 1}|server.prot",
                    "serve: {}|serve",
                    "server: {port: 65536}|server.port",
                    "server: {port: -1}|server.port",
                    "server: {port: many}|server.port",
                    "server: {port: null}|server.port",
                    "server: {host: ''}|server.host",
                    "server: 5|server",
                    "oidc: {algorithm: EdDSA}|oidc.algorithm",
                    "server: {allowed_hosts: ['*']}|server.allowed_hosts",
                    "server: {allowed_hosts: ['https://queue.example.org']}|server.allowed_hosts",
                    "server: {allowed_hosts: ['queue.example.org:8000']}|without scheme and port",
                    "server: {cors_origins: ['*']}|server.cors_origins",
                    "server: {cors_origins: ['https://Ops.example.org']}|server.cors_origins",
                    "server: {cors_origins: ['https://ops.example.org/']}|server.cors_origins",
                    "server: {cors_origins: [null]}|server.cors_origins",
                    "queue: {durability: maybe}|queue.durability",
                    "queue: {readers: 0}|queue.readers",
                    "worker: {slots: 0}|worker.slots",
                    "worker: {lease_seconds: 0}|worker.lease_seconds",
                    "worker: {prefetch: -1}|worker.prefetch",
                    "worker: {threads: green}|worker.threads",
                    "worker: {capabilities: [eu]}|worker.capabilities",
                    "workers: {silence_seconds: 4}|workers.silence_seconds",
                    "types: {email: {slots: 0}}|slots",
                    "types: {email: {lease_seconds: 0}}|lease_seconds",
                    "worker: {plugins_dir: ''}|worker.plugins_dir",
                    "shutdown: {grace_seconds: -1}|shutdown.grace_seconds",
                    "maintenance: {max_heap_percent: 101}|maintenance.max_heap_percent",
                    "maintenance: {temp_directories: /tmp}|maintenance.temp_directories",
                    "types: {email: {max_attempts: 0}}|max_attempts",
                    "types: {email: {priority: 1001}}|priority",
                    "types: {email: {timeout: 5}}|types.email.timeout",
                    "types: {'a b': {}}|a b",
                })
        void areNamedByTheirKey(String file, String key) {
            assertThatThrownBy(() -> load(file, Map.of(), Map.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(key);
        }

        @Test
        void doNotRepeatWhatIsBlank() {
            assertThatThrownBy(() -> load("server: {host: ' '}", Map.of(), Map.of()))
                    .hasMessage("The configuration is out of range: server.host must not be blank.");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "worker: {threads: green}|worker.threads must be one of platform, virtual, not \"green\".",
                    "worker: {capabilities: eu}|worker.capabilities must be an object",
                    "server: 5|server must be an object",
                    "server: {port: }|server.port must be a whole number, and it is empty.",
                    "server: {port: four}|server.port must be a whole number, not \"four\".",
                    "server: {port: 99999999999}|server.port must be a whole number that is not so large, not 99999999999.",
                    "server: {host: [a]}|server.host must be a text, not [\"a\"].",
                    "health: {min_free_bytes: 1.5}|health.min_free_bytes must be a whole number, not 1.5.",
                    "worker: {enabled: yess}|worker.enabled must be true or false, not \"yess\".",
                    "worker: {lease_seconds: '4 s'}|worker.lease_seconds must be a whole number, not \"4 s\".",
                    "maintenance: {temp_directories: /tmp}|maintenance.temp_directories must be a list",
                    "tracing: {sample_ratio: half}|tracing.sample_ratio must be a number, not \"half\".",
                    "tracing: {sample_ratio: 2}|tracing.sample_ratio must be less than or equal to 1, not 2.0.",
                    "types: {email: {factor: 0.5}}|types[email].factor must be greater than or equal to 1, not 0.5.",
                })
        void areToldWithoutWordsOfTheProgram(String file, String sentence) {
            assertThatThrownBy(() -> load(file, Map.of(), Map.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining(sentence);
        }

        @ParameterizedTest
        @CsvSource({"server: 5,PRISMQ_SERVER_PORT,1", "tracing: 5,PRISMQ_TRACING_SAMPLE_RATIO,0.5"})
        void inASectionAreToldWhereAVariableGivesAKeyOfIt(String file, String variable, String value) {
            String section = file.replace(": 5", "");

            assertThatThrownBy(() -> load(file, Map.of(variable, value), Map.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("The value of the configuration key %s must be an object: names with values."
                            .formatted(section));
        }

        @Test
        void areAKeyThatStandsTwice() {
            assertThatThrownBy(() ->
                            load("server: {port: 1}\nworker:\n  slots: 2\nserver: {port: 3}\n", Map.of(), Map.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageEndingWith("prismq.yaml has the key server twice, the second time on line 4.");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "PRISMQ_PORT|PRISMQ_SERVER_PORT",
                    "PRISMQ_SERVER_PROT|PRISMQ_SERVER_PORT",
                    "PRISMQ_LOGLEVEL|PRISMQ_LOG_LEVEL",
                    "PRISMQ_DB_PATH|PRISMQ_QUEUE_DB_PATH",
                })
        void areNamedByTheirVariableWithThoseThatWereMeant(String variable, String meant) {
            assertThatThrownBy(() -> load("", Map.of(variable, "1"), Map.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(
                            "Unknown environment variable %s; the nearest that are known: ".formatted(variable))
                    .hasMessageContaining(meant)
                    .hasMessageNotContainingAny("[", "]");
        }

        @Test
        void areNamedWhereAVariableHasTheWrongType() {
            assertThatThrownBy(() -> load("", Map.of("PRISMQ_SERVER_PORT", "many"), Map.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("server.port");
        }

        @Test
        void areNamedByTheirFile() {
            ConfigurationSources missing =
                    new ConfigurationSources(Optional.of(directory.resolve("missing.yaml")), Map.of(), Map.of());

            assertThatThrownBy(() -> ConfigurationLoader.load(missing))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("There is no configuration file")
                    .hasMessageContaining("missing.yaml");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"server: {|is not YAML", "just words|does not hold keys"})
        void inTheFormOfTheFileAreTold(String file, String message) {
            assertThatThrownBy(() -> load(file, Map.of(), Map.of()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("prismq.yaml")
                    .hasMessageContaining(message);
        }
    }

    @Nested
    class Policies {
        @Test
        void changeOnlyWhatTheyName() {
            TaskTypePolicy policy =
                    email("{max_attempts: 2, timeout_seconds: 60, lease_seconds: 7, initial_seconds: 0.5, factor: 3}");

            assertThat(policy.maxAttempts()).isEqualTo(2);
            assertThat(policy.attemptTimeout()).isEqualTo(Duration.ofMinutes(1));
            assertThat(policy.leaseLength()).isEqualTo(Duration.ofSeconds(7));
            assertThat(policy.priority()).isEqualTo(TaskTypePolicy.DEFAULT.priority());
            assertThat(policy.timeToLive()).isNull();
            assertThat(policy.backoff())
                    .isEqualTo(new RetryPolicy(
                            Duration.ofMillis(500), 3, RetryPolicy.DEFAULT.max(), RetryPolicy.DEFAULT.jitter()));
        }

        @Test
        void raiseTheLongestWaitToTheFirst() {
            assertThat(email("{initial_seconds: 1000}").backoff().max()).isEqualTo(Duration.ofSeconds(1000));
        }

        private TaskTypePolicy email(String section) {
            Configuration configuration = load("types: {email: %s}".formatted(section), Map.of(), Map.of());
            return Objects.requireNonNull(configuration.types().get("email")).applyTo(TaskTypePolicy.DEFAULT);
        }
    }

    private Configuration load(String file, Map<String, String> environment, Map<String, String> options) {
        return ConfigurationLoader.load(new ConfigurationSources(write(file), environment, options));
    }

    private Optional<Path> write(String file) {
        try {
            return Optional.of(Files.writeString(directory.resolve("prismq.yaml"), file));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
