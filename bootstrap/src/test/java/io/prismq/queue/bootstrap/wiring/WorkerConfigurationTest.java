package io.prismq.queue.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.adapter.worker.Slots;
import io.prismq.queue.adapter.worker.ThreadKind;
import io.prismq.queue.adapter.worker.WorkerSettings;
import io.prismq.queue.bootstrap.config.ConfigurationLoader;
import io.prismq.queue.bootstrap.config.ConfigurationSources;
import io.prismq.queue.domain.task.Compatibility;
import io.prismq.queue.domain.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerConfigurationTest {
    @TempDir
    private Path directory;

    @Test
    void leavesEverythingElseAsItIsShipped() throws IOException {
        WorkerSettings settings = settings("worker: {id: here}");

        assertThat(settings).isEqualTo(WorkerSettings.of(settings.worker(), 4));
        assertThat(settings.worker().value()).isEqualTo("here");
    }

    @Test
    void boundsTheWorkerInAllAndByType() throws IOException {
        WorkerSettings settings = settings("""
                worker: {slots: 9, prefetch: 3, threads: virtual, lease_seconds: 7}
                types: {video.encode: {slots: 2}, email.send: {}}
                """);

        assertThat(settings.slots()).isEqualTo(new Slots(9, Map.of(new TaskType("video.encode"), 2), 3));
        assertThat(settings.threads()).isEqualTo(ThreadKind.VIRTUAL);
        assertThat(settings.leaseLength()).contains(Duration.ofSeconds(7));
    }

    @Test
    void offersWhatMeetsTheWordsOfClients() throws IOException {
        WorkerSettings settings = settings("worker: {capabilities: {region: [eu, us], gpu: true}}");

        assertThat(settings.capabilities().meet(new Compatibility(List.of("\"region\":\"us\"", "\"gpu\":true"))))
                .isTrue();
        assertThat(settings.capabilities().meet(new Compatibility(List.of("\"region\":\"asia\""))))
                .isFalse();
    }

    private WorkerSettings settings(String file) throws IOException {
        Path written = Files.writeString(directory.resolve("prismq.yaml"), file);
        return WorkerConfiguration.settings(
                ConfigurationLoader.load(new ConfigurationSources(Optional.of(written), Map.of(), Map.of())));
    }
}
