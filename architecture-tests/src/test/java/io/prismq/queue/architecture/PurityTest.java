package io.prismq.queue.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.prismq.queue.architecture.HouseRule.rule;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.prismq.queue.architecture.violations.application.UseCaseThatChanges;
import io.prismq.queue.architecture.violations.application.UseCaseThatHandsOnTheTime;
import io.prismq.queue.architecture.violations.application.UseCaseThatReadsTheTime;
import io.prismq.queue.architecture.violations.application.UseCaseThatSleeps;
import io.prismq.queue.architecture.violations.domain.task.TaskForSubclasses;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** Time is an argument, and values do not change. */
class PurityTest {
    @Test
    void onlyTheSystemClockReadsTheTime() {
        rule(house -> noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(house.in("domain.port.SystemClock"))
                        .should()
                        .accessTargetWhere(target(describe("reads the time", PurityTest::readsTheTime)))
                        .because("a test sets the time, and all of a unit happens at one instant"))
                .isKept()
                .isBrokenBy(UseCaseThatReadsTheTime.class, UseCaseThatHandsOnTheTime.class);
    }

    @Test
    void nobodySleeps() {
        rule(house -> noClasses()
                        .should()
                        .accessTargetWhere(target(describe("sleeps", PurityTest::sleeps)))
                        .because("who waits for a condition is woken by it, and who sleeps is late or lucky"))
                .isKept()
                .isKeptByTheTests()
                .isBrokenBy(UseCaseThatSleeps.class);
    }

    @Test
    void domainAndApplicationTypesDoNotChange() {
        rule(house -> classes()
                        .that()
                        .resideInAnyPackage(house.domain(), house.application())
                        .and()
                        .areNotAnonymousClasses()
                        .and()
                        // A task on its way through one event; it never leaves the method that made it.
                        .doNotHaveFullyQualifiedName(house.in("domain.task.TaskChange"))
                        .and()
                        // Who waits for a task, under a lock of its own; nobody else sees its state.
                        .haveNameNotMatching(house.in("application.ClaimWaiters") + ".*")
                        .should(be(describe("of a kind that does not change", PurityTest::doesNotChange)))
                        .because("transitions return new values, and what does not change needs no lock"))
                .isKept()
                .isBrokenBy(TaskForSubclasses.class, UseCaseThatChanges.class);
    }

    private static boolean readsTheTime(AccessTarget target) {
        JavaClass owner = target.getOwner();
        return switch (target.getName()) {
            case "now" -> owner.getPackageName().startsWith("java.time");
            case "system", "systemUTC", "systemDefaultZone", "tick", "tickMillis", "tickSeconds", "tickMinutes" ->
                owner.isEquivalentTo(java.time.Clock.class);
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "getInstance" -> owner.isEquivalentTo(java.util.Calendar.class);
            case "<init>" -> owner.isEquivalentTo(Date.class);
            default -> false;
        };
    }

    private static boolean sleeps(AccessTarget target) {
        return target.getName().equals("sleep")
                && target.getOwner().getPackageName().startsWith("java.");
    }

    /** Records, enums, interfaces and exceptions are of such a kind, and final classes of final fields. */
    private static boolean doesNotChange(JavaClass type) {
        return type.isRecord()
                || type.isEnum()
                || type.isInterface()
                || type.isAssignableTo(Throwable.class)
                || hasOnly(JavaModifier.FINAL, type);
    }

    private static boolean hasOnly(JavaModifier modifier, JavaClass type) {
        return type.getModifiers().contains(modifier)
                && type.getFields().stream()
                        .allMatch(field -> field.getModifiers().contains(modifier));
    }
}
