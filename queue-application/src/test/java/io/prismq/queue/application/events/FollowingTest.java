package io.prismq.queue.application.events;

import static io.prismq.queue.application.events.FollowedStore.PATIENCE;
import static io.prismq.queue.application.events.FollowedStore.done;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.event.QueueEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many follow while many write. */
class FollowingTest {
    private static final int WRITERS = 4;
    private static final int COMMITS = 500;
    private static final int TOTAL = WRITERS * COMMITS;

    private final FollowedStore store = new FollowedStore();

    @Test
    void hearEveryEventOnceAndInOrder() {
        try (EventFeed feed = new EventFeed(store)) {
            List<CompletableFuture<List<QueueEvent>>> followers = IntStream.range(0, 20)
                    .mapToObj(n -> heard(
                                    feed.follow(OptionalLong.of(0), EventFilter.ALL)
                                            .orElseThrow(),
                                    new ArrayList<>())
                            .toCompletableFuture())
                    .toList();
            List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(n -> CompletableFuture.runAsync(this::write))
                    .toList();

            writers.forEach(writer -> assertThat(writer).succeedsWithin(PATIENCE));
            followers.forEach(follower -> assertThat(done(follower)).isEqualTo(store.events()));
        }
    }

    private void write() {
        for (int n = 0; n < COMMITS; n++) {
            store.insert(aTask());
        }
    }

    private static CompletionStage<List<QueueEvent>> heard(Follower follower, List<QueueEvent> heard) {
        return follower.next(PATIENCE).thenCompose(news -> {
            heard.addAll(((News.Events) news).events());
            return heard.size() < TOTAL ? heard(follower, heard) : CompletableFuture.completedStage(heard);
        });
    }
}
