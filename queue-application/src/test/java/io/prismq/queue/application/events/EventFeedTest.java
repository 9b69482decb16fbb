package io.prismq.queue.application.events;

import static io.prismq.queue.application.events.FollowedStore.PATIENCE;
import static io.prismq.queue.application.events.FollowedStore.done;
import static io.prismq.queue.domain.testing.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.prismq.queue.domain.event.QueueEvent;
import io.prismq.queue.domain.task.Task;
import io.prismq.queue.domain.task.TaskEvent;
import io.prismq.queue.domain.task.TaskType;
import io.prismq.queue.domain.testing.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventFeedTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final OptionalLong FROM_NOW = OptionalLong.empty();
    private static final OptionalLong FROM_THE_OLDEST = OptionalLong.of(0);

    /** What {@code aTask()} is not. */
    private static final EventFilter NOTHING =
            new EventFilter(Optional.empty(), Optional.of(new TaskType("none")), Set.of());

    private final FollowedStore store = new FollowedStore();
    private final EventFeed feed = new EventFeed(store);

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void tellsWhatHappensFromNowOn() {
        store.insert(aTask());
        Follower follower = follow(feed, FROM_NOW, EventFilter.ALL);
        CompletableFuture<News> next = follower.next(PATIENCE).toCompletableFuture();

        Task task = store.insert(aTask());

        assertThat(events(done(next))).extracting(QueueEvent::task).containsExactly(task.id());
    }

    @Test
    void tellsAllThatIsKept() {
        store.insert(aTask(), 1200);

        assertThat(heard(follow(feed, FROM_THE_OLDEST, EventFilter.ALL), 1200)).isEqualTo(store.events());
    }

    @Test
    void goesOnAfterWhatWasHeard() {
        store.insert(aTask(), 10);
        List<QueueEvent> all = store.events();

        Follower follower = follow(feed, OptionalLong.of(all.get(3).id()), EventFilter.ALL);

        assertThat(heard(follower, 6)).isEqualTo(all.subList(4, 10));
    }

    @Test
    void goesOnFromTheStoreToWhatIsNew() {
        store.insert(aTask(), 700);
        Follower follower = follow(feed, FROM_THE_OLDEST, EventFilter.ALL);
        heard(follower, 700);
        CompletableFuture<News> next = follower.next(PATIENCE).toCompletableFuture();

        Task task = store.insert(aTask());

        assertThat(events(done(next))).extracting(QueueEvent::task).containsExactly(task.id());
    }

    @Test
    void saysThatWhatCameNextIsForgotten() {
        store.insert(aTask(), 10);
        List<QueueEvent> all = store.events();
        store.forget(4);

        Follower follower = follow(feed, OptionalLong.of(all.get(3).id()), EventFilter.ALL);

        assertThat(done(follower.next(PATIENCE)))
                .isEqualTo(new News.Reset(all.get(5).id()));
        assertThat(heard(follower, 4)).isEqualTo(all.subList(6, 10));
    }

    @Test
    void beginsWithTheOldestThatIsKeptWithoutAWord() {
        store.insert(aTask(), 10);
        store.forget(4);

        assertThat(heard(follow(feed, FROM_THE_OLDEST, EventFilter.ALL), 4)).isEqualTo(store.events());
    }

    @Test
    void saysThatAnEventWhichNeverWasCannotBeFollowed() {
        store.insert(aTask());
        long last = store.events().get(0).id();

        Follower follower = follow(feed, OptionalLong.of(last + 1), EventFilter.ALL);

        assertThat(done(follower.next(PATIENCE))).isEqualTo(new News.Reset(last - 1));
    }

    @Test
    void leavesOutWhatIsNotAskedFor() {
        Task other = store.insert(aTask().type("other"));
        Task task = store.insert(aTask().type("mine"));
        FollowedStore.done(store.write(tx -> tx.save(Tasks.happened(task.cancel(Tasks.NOW)))));
        TaskType mine = new TaskType("mine");

        assertThat(all(new EventFilter(Optional.of(other.id()), Optional.empty(), Set.of())))
                .extracting(QueueEvent::task)
                .containsExactly(other.id());
        assertThat(all(new EventFilter(Optional.empty(), Optional.of(mine), Set.of())))
                .extracting(QueueEvent::what)
                .containsExactly(TaskEvent.ENQUEUE, TaskEvent.CANCEL);
        assertThat(all(new EventFilter(Optional.empty(), Optional.empty(), Set.of(TaskEvent.ENQUEUE))))
                .extracting(QueueEvent::task)
                .containsExactly(other.id(), task.id());
        assertThat(all(new EventFilter(Optional.of(other.id()), Optional.of(mine), Set.of())))
                .isEmpty();
    }

    @Test
    void tellsHowFarItLookedWhereNothingWasWanted() {
        store.insert(aTask(), 3);

        News news = done(follow(feed, FROM_THE_OLDEST, NOTHING).next(SHORT));

        long last = store.events().get(2).id();
        assertThat(news).isEqualTo(new News.Events(List.of(), last));
    }

    @Test
    void dropsAFollowerThatTookTooLongAndFellBehind() {
        try (EventFeed hasty = new EventFeed(store, Duration.ZERO)) {
            Follower follower = follow(hasty, FROM_NOW, EventFilter.ALL);
            assertThat(events(done(follower.next(SHORT)))).isEmpty();

            burst(hasty);

            assertThat(done(follower.next(PATIENCE))).isEqualTo(new News.Dropped(0));
        }
    }

    @Test
    void keepsAFollowerThatABurstOvertakes() {
        Follower follower = follow(feed, FROM_NOW, EventFilter.ALL);
        assertThat(events(done(follower.next(SHORT)))).isEmpty();

        burst(feed);

        assertThat(heard(follower, EventWindow.MOST + 1)).isEqualTo(store.events());
    }

    /** More at once than the window holds, seen by somebody who waited for it. */
    private void burst(EventFeed seen) {
        Follower waiting = follow(seen, FROM_NOW, EventFilter.ALL);
        CompletableFuture<News> next = waiting.next(PATIENCE).toCompletableFuture();
        store.insert(aTask(), EventWindow.MOST + 1);
        assertThat(events(done(next))).isNotEmpty();
        heard(waiting, EventWindow.MOST + 1 - EventFeed.PAGE);
    }

    @Test
    void endsEveryWaitWhenItIsClosed() {
        Follower follower = follow(feed, FROM_NOW, EventFilter.ALL);
        CompletableFuture<News> next = follower.next(PATIENCE).toCompletableFuture();

        feed.close();

        assertThat(done(next)).isEqualTo(new News.Closed());
        assertThat(done(follower.next(PATIENCE))).isEqualTo(new News.Closed());
    }

    @Test
    void asksTheStoreNothingWhileNobodyFollows() {
        follow(feed, FROM_NOW, EventFilter.ALL).close();
        assertThat(feed.followers()).isZero();
        heard(follow(feed, FROM_THE_OLDEST, EventFilter.ALL), 0);
        int before = store.reads();
        EventFeed idle = new EventFeed(store);

        store.insert(aTask(), 10);

        assertThat(idle.followers()).isZero();
        assertThat(store.reads() - before).isLessThanOrEqualTo(2);
    }

    @Test
    void asksTheStoreOnceForAllWhoFollow() {
        List<Follower> followers = IntStream.range(0, 200)
                .mapToObj(n -> follow(feed, FROM_NOW, EventFilter.ALL))
                .toList();
        List<CompletableFuture<News>> next = followers.stream()
                .map(it -> it.next(PATIENCE).toCompletableFuture())
                .toList();
        int before = store.reads();

        store.insert(aTask());

        next.forEach(news -> assertThat(events(done(news))).hasSize(1));
        assertThat(store.reads() - before).isLessThan(10);
    }

    @Test
    void holdsUpNobodyForFollowersThatAreFarBehind() {
        store.insert(aTask(), 5000);
        Follower close = follow(feed, FROM_NOW, EventFilter.ALL);
        store.holdQuestionsBefore(store.events().get(4999).id());
        IntStream.range(0, 50)
                .mapToObj(n -> follow(feed, FROM_THE_OLDEST, NOTHING))
                .forEach(behind -> behind.next(PATIENCE));

        CompletableFuture<News> next = close.next(PATIENCE).toCompletableFuture();
        Task task = store.insert(aTask());

        assertThat(events(done(next))).extracting(QueueEvent::task).containsExactly(task.id());
        store.letGo();
    }

    @Test
    void readsThePastOnceForAllWhoCatchUp() {
        store.insert(aTask(), 5000);
        List<CompletableFuture<News>> next = IntStream.range(0, 50)
                .mapToObj(n -> follow(feed, FROM_THE_OLDEST, NOTHING))
                .map(follower -> follower.next(PATIENCE).toCompletableFuture())
                .toList();
        int before = store.reads();

        Task wanted = store.insert(aTask().type("none"));

        next.forEach(news ->
                assertThat(events(done(news))).extracting(QueueEvent::task).containsExactly(wanted.id()));
        assertThat(store.reads() - before).isLessThan(50);
    }

    @Test
    void looksNoFurtherForAFollowerThatLeft() {
        Follower waiting = follow(feed, FROM_NOW, EventFilter.ALL);
        CompletableFuture<News> next = waiting.next(PATIENCE).toCompletableFuture();

        waiting.close();

        assertThat(done(next)).isEqualTo(new News.Closed());
        assertThat(done(waiting.next(PATIENCE))).isEqualTo(new News.Closed());
        assertThat(feed.followers()).isZero();
    }

    @Test
    void takesNoMoreThanItHasRoomFor() {
        List<Follower> followers = IntStream.range(0, EventFeed.MOST_FOLLOWERS)
                .mapToObj(n -> follow(feed, FROM_NOW, EventFilter.ALL))
                .toList();
        assertThat(feed.follow(FROM_NOW, EventFilter.ALL)).isEmpty();

        followers.get(0).close();

        assertThat(feed.follow(FROM_NOW, EventFilter.ALL)).isPresent();
    }

    @Test
    void triesAgainWhereTheStoreCannotSay() {
        Follower follower = follow(feed, FROM_NOW, EventFilter.ALL);
        CompletableFuture<News> next = follower.next(PATIENCE).toCompletableFuture();
        store.failReads(1);

        store.insert(aTask());

        assertThat(events(done(next))).hasSize(1);
    }

    private List<QueueEvent> all(EventFilter filter) {
        List<QueueEvent> heard = new ArrayList<>();
        Follower follower = follow(feed, FROM_THE_OLDEST, filter);
        long last = store.events().get(store.events().size() - 1).id();
        News.Events news;
        do {
            news = (News.Events) done(follower.next(SHORT));
            heard.addAll(news.events());
        } while (news.upTo() < last);
        return heard;
    }

    private static Follower follow(EventFeed feed, OptionalLong after, EventFilter filter) {
        return feed.follow(after, filter).orElseThrow();
    }

    /** What comes next, as many as that. */
    private static List<QueueEvent> heard(Follower follower, int times) {
        List<QueueEvent> heard = new ArrayList<>();
        while (heard.size() < times) {
            heard.addAll(events(done(follower.next(PATIENCE))));
        }
        return heard;
    }

    private static List<QueueEvent> events(News news) {
        assertThat(news).isInstanceOf(News.Events.class);
        return ((News.Events) news).events();
    }
}
