package io.prismq.queue.benchmarks.handler;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.TaskType;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginTest {
    @TempDir
    private Path directory;

    @Test
    void bringsItsHandlersToWhoeverLoadsIt() throws IOException {
        URL jar = Plugin.pack(directory).resolve("benchmarks.jar").toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, TaskHandler.class.getClassLoader())) {
            assertThat(ServiceLoader.load(TaskHandler.class, loader))
                    .extracting(TaskHandler::type)
                    .containsExactlyInAnyOrder(
                            new TaskType(NoopHandler.TYPE),
                            new TaskType(NapHandler.TYPE),
                            new TaskType(StampHandler.TYPE));
        }
    }
}
