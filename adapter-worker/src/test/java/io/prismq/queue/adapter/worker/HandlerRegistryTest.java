package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.prismq.queue.domain.port.TaskHandler;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlerRegistryTest {
    private static final String NAME = Handlers.echo().getClass().getName();

    private final TaskHandler handler = Handlers.echo();

    @Test
    void knows_the_handler_of_each_type() {
        HandlerRegistry registry = new HandlerRegistry(List.of(handler));

        assertThat(registry.types()).containsExactly(Tasks.TYPE);
        assertThat(registry.of(Tasks.TYPE)).isSameAs(handler);
    }

    @Test
    void refuses_a_second_handler_of_a_type_and_names_both() {
        assertThatExceptionOfType(DuplicateHandlerException.class)
                .isThrownBy(() -> new HandlerRegistry(List.of(handler, Handlers.echo())))
                .withMessage("There are two handlers for the task type email: %s, and %s.", NAME, NAME);
    }

    @Test
    void says_where_two_handlers_of_a_type_come_from() {
        List<SourcedHandler> handlers =
                List.of(new SourcedHandler(handler, "Echo in a.jar"), new SourcedHandler(handler, "Echo in b.jar"));

        assertThatExceptionOfType(DuplicateHandlerException.class)
                .isThrownBy(() -> HandlerRegistry.ofSourced(handlers))
                .withMessage("There are two handlers for the task type email: Echo in a.jar, and Echo in b.jar.");
    }

    @Test
    void has_no_handler_for_other_types() {
        HandlerRegistry registry = new HandlerRegistry(List.of(handler));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> registry.of(new TaskType("other")))
                .withMessage("no handler for the task type other");
    }
}
