package io.prismq.queue.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ForeignNewsTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Queue<Runnable> meanwhile = new ArrayDeque<>();
    private final ForeignNews news = new ForeignNews(waiting::add, this::ask);
    private int asked;

    @Test
    void isAskedAboutElsewhere() {
        news.committed();
        assertThat(asked).isZero();

        waiting.remove().run();

        assertThat(asked).isEqualTo(1);
        assertThat(waiting).isEmpty();
    }

    @Test
    void isAskedAboutOnceForAllCommitsBeforeTheQuestion() {
        news.committed();
        news.committed();
        news.committed();
        assertThat(waiting).hasSize(1);

        waiting.remove().run();

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void isAskedAboutOnceMoreForAllCommitsDuringTheQuestion() {
        meanwhile.add(() -> {
            news.committed();
            news.committed();
        });
        news.committed();

        waiting.remove().run();

        assertThat(asked).isEqualTo(2);
        assertThat(waiting).isEmpty();
    }

    @Test
    void isAskedAboutAgainForALaterCommit() {
        news.committed();
        waiting.remove().run();

        news.committed();
        waiting.remove().run();

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void isAskedAboutAgainAfterAQuestionThatFailed() {
        meanwhile.add(() -> {
            throw new IllegalStateException("no answer");
        });
        news.committed();
        assertThatIllegalStateException().isThrownBy(waiting.remove()::run);

        news.committed();
        waiting.remove().run();

        assertThat(asked).isEqualTo(2);
    }

    private void ask() {
        asked++;
        Runnable first = meanwhile.poll();
        if (first != null) {
            first.run();
        }
    }
}
