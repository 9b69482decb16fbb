package io.prismq.queue.adapter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.task.Capabilities;
import io.prismq.queue.domain.task.TaskId;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a lease is, and so when it is renewed. */
class WorkerLeaseLengthTest {
    @Test
    void is_that_of_the_types_policy_where_the_worker_names_none() {
        Workshop shop = worker(Optional.empty());
        TaskId id = begin(shop);

        assertThat(leasedUntil(shop, id)).isEqualTo(Tasks.NOW.plus(Tasks.LEASE));
        assertThat(shop.cycle.runOnce()).isEqualTo(Tasks.NOW.plus(Tasks.LEASE.dividedBy(3)));
    }

    @Test
    void is_what_the_worker_names_also_once_renewed() {
        Duration own = Duration.ofSeconds(90);
        Workshop shop = worker(Optional.of(own));
        TaskId id = begin(shop);
        assertThat(leasedUntil(shop, id)).isEqualTo(Tasks.NOW.plus(own));

        shop.pass(Duration.ofSeconds(30).minusMillis(1));
        assertThat(leasedUntil(shop, id)).isEqualTo(Tasks.NOW.plus(own));
        shop.pass(Duration.ofMillis(1));

        assertThat(leasedUntil(shop, id)).isEqualTo(shop.clock.now().plus(own));
    }

    private static TaskId begin(Workshop shop) {
        shop.threads.hold();
        TaskId id = shop.enqueue("{}");
        shop.cycle.runOnce();
        return id;
    }

    private static Instant leasedUntil(Workshop shop, TaskId id) {
        return Objects.requireNonNull(shop.task(id).lease()).until();
    }

    /** It polls once an hour, so that the next thing that it plans is a renewal. */
    private static Workshop worker(Optional<Duration> lease) {
        WorkerSettings settings = new WorkerSettings(
                Tasks.WORKER, Slots.of(1), Capabilities.NONE, lease, Duration.ofHours(1), ThreadKind.PLATFORM);
        return new Workshop(settings, Handlers.echo());
    }
}
