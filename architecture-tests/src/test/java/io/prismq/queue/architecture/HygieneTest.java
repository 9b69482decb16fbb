package io.prismq.queue.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static io.prismq.queue.architecture.HouseRule.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.prismq.queue.architecture.violations.application.UseCaseOfAnything;
import io.prismq.queue.architecture.violations.application.UseCaseTestThatMocks;
import io.prismq.queue.architecture.violations.application.UseCaseThatFailsSomehow;
import io.prismq.queue.architecture.violations.application.UseCaseThatLogsPerInstance;
import io.prismq.queue.architecture.violations.application.UseCaseThatPrints;
import io.prismq.queue.architecture.violations.domain.task.TaskTestThatMocks;
import io.prismq.queue.architecture.violations.elsewhere.Homeless;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** Small things that cost a search later. */
class HygieneTest {
    @Test
    void everyPackageIsMarkedForNulls() {
        rule(house -> classes()
                        .that()
                        .resideOutsideOfPackages(house.generated(), house.templates(), house.generatedBenchmarks())
                        .should(be(describe("in a package that is @NullMarked", HygieneTest::isNullMarked)))
                        .because("the compiler looks for nulls in marked packages alone"))
                .isKept()
                .isBrokenBy(Homeless.class);
    }

    @Test
    void loggersArePrivateStaticFinal() {
        rule(house -> fields().that()
                        .haveRawType(Logger.class)
                        .should()
                        .bePrivate()
                        .andShould()
                        .beFinal()
                        .andShould(be(describe("static, or handed over", HygieneTest::isStaticOrHandedOver)))
                        .because("a class logs under its own name, or under that of the one that it works for"))
                .isKept()
                .isBrokenBy(UseCaseThatLogsPerInstance.class);
    }

    @Test
    void onlyCommandsPrint() {
        rule(house -> noClasses()
                        .that()
                        .resideOutsideOfPackages(house.in("bootstrap"), house.in("benchmarks"))
                        .should(ACCESS_STANDARD_STREAMS)
                        .because("a server's words go to its log, with a time and a level"))
                .isKept()
                .isBrokenBy(UseCaseThatPrints.class);
    }

    @Test
    void exceptionsSayWhatHappenedByTheirType() {
        rule(house -> noClasses()
                        .should(THROW_GENERIC_EXCEPTIONS)
                        .because("who catches a generic exception catches everything"))
                .isKept()
                .isBrokenBy(UseCaseThatFailsSomehow.class);
    }

    @Test
    void noSignatureIsAMapOfAnything() {
        rule(house -> noCodeUnits()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideOutsideOfPackages(house.generated(), house.templates())
                        .should(be(describe("of a map of anything", HygieneTest::takesOrGivesAMapOfAnything)))
                        .because("what has a shape has a type"))
                .isKept()
                .isBrokenBy(UseCaseOfAnything.class);
    }

    @Test
    void testsOfDomainAndApplicationMockNothing() {
        rule(house -> nothingMocksIn(house.domain())).isKeptByTheTests().isBrokenBy(TaskTestThatMocks.class);
        rule(house -> nothingMocksIn(house.application())).isKeptByTheTests().isBrokenBy(UseCaseTestThatMocks.class);
    }

    private static ArchRule nothingMocksIn(String layer) {
        return noClasses()
                .that()
                .resideInAPackage(layer)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.mockito..")
                .because("the store in memory keeps the contract, and a mock keeps what its test expects");
    }

    private static boolean isNullMarked(JavaClass type) {
        return type.getPackage().isAnnotatedWith(NullMarked.class);
    }

    private static boolean isStaticOrHandedOver(JavaField logger) {
        return logger.getModifiers().contains(JavaModifier.STATIC)
                || logger.getOwner().getConstructors().stream()
                        .allMatch(constructor ->
                                constructor.getRawParameterTypes().contains(logger.getRawType()));
    }

    private static boolean takesOrGivesAMapOfAnything(JavaCodeUnit codeUnit) {
        return Stream.concat(codeUnit.getParameterTypes().stream(), Stream.of(codeUnit.getReturnType()))
                .anyMatch(type -> type.getName().contains("java.util.Map<java.lang.String, java.lang.Object>"));
    }
}
