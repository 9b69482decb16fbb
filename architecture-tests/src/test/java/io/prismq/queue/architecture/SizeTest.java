package io.prismq.queue.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static io.prismq.queue.architecture.HouseRule.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.prismq.queue.architecture.violations.application.UseCaseOfSixParts;
import io.prismq.queue.architecture.violations.domain.port.PortOfEleven;
import org.junit.jupiter.api.Test;

/** What grows without anybody's decision stops here, and is split. */
class SizeTest {
    private static final int MOST_METHODS_OF_A_PORT = 10;
    private static final int MOST_CONSTRUCTOR_PARAMETERS = 5;

    @Test
    void aPortHasAtMostTenMethods() {
        rule(house -> classes()
                        .that()
                        .resideInAPackage(house.in("domain.port.."))
                        .and()
                        .areInterfaces()
                        .should(have(describe("at most ten methods", SizeTest::hasFewMethods)))
                        .because("each adapter pays for each method, and so does each double in a test"))
                .isKept()
                .isBrokenBy(PortOfEleven.class);
    }

    @Test
    void aConstructorHasAtMostFiveParameters() {
        rule(house -> constructors()
                        .that()
                        .areDeclaredInClassesThat()
                        .areNotRecords()
                        .and()
                        .areDeclaredInClassesThat()
                        .areNotAnonymousClasses()
                        .should(have(describe("at most five parameters", SizeTest::hasFewParameters)))
                        .because("a class of six parts has more than one thing to do"))
                .isKept()
                .isBrokenBy(UseCaseOfSixParts.class);
    }

    private static boolean hasFewMethods(JavaClass port) {
        long methods = port.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .count();
        return methods <= MOST_METHODS_OF_A_PORT;
    }

    private static boolean hasFewParameters(JavaConstructor constructor) {
        int written = constructor.getRawParameterTypes().size() - addedByTheCompiler(constructor.getOwner());
        return written <= MOST_CONSTRUCTOR_PARAMETERS;
    }

    /** Name and ordinal of an enum's constant; the outer instance of an inner class. */
    private static int addedByTheCompiler(JavaClass type) {
        if (type.isEnum()) {
            return 2;
        }
        return type.isInnerClass() ? 1 : 0;
    }
}
