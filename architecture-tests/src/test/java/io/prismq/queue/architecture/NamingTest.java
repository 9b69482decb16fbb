package io.prismq.queue.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.prismq.queue.architecture.HouseRule.rule;

import io.prismq.queue.architecture.violations.application.QueueManager;
import io.prismq.queue.architecture.violations.application.TaskDto;
import io.prismq.queue.architecture.violations.application.TaskQueriesImpl;
import io.prismq.queue.architecture.violations.application.TextUtils;
import io.prismq.queue.architecture.violations.application.TimeHelper;
import io.prismq.queue.architecture.violations.application.util.Text;
import org.junit.jupiter.api.Test;

/** A name says what a thing is, and not that nobody found out. */
class NamingTest {
    @Test
    void namesSayWhatAClassIsFor() {
        rule(house -> noClasses()
                        .should()
                        .haveNameMatching(".*(Impl|Utils?|Helpers?|Managers?|Dto|DTO)")
                        .because("such a word fits every class, so it tells two classes apart in nothing"))
                .isKept()
                .isBrokenBy(
                        TaskQueriesImpl.class, TextUtils.class, TimeHelper.class, QueueManager.class, TaskDto.class);
    }

    @Test
    void packagesAreNamedForWhatTheyHold() {
        rule(house -> noClasses()
                        .should()
                        .resideInAnyPackage(
                                house.in(".common.."), house.in(".util.."), house.in(".utils.."), house.in(".impl.."))
                        .because("a package for whatever is left over grows until everybody depends on it"))
                .isKept()
                .isBrokenBy(Text.class);
    }
}
