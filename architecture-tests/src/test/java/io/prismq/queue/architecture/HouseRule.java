package io.prismq.queue.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/** A rule that can be asked of any code base that is laid out like this one. */
record HouseRule(Function<House, ArchRule> on) {
    static HouseRule rule(Function<House, ArchRule> on) {
        return new HouseRule(on);
    }

    HouseRule isKept() {
        return isKeptBy(Product.CLASSES);
    }

    HouseRule isKeptByTheTests() {
        return isKeptBy(Product.TESTS);
    }

    private HouseRule isKeptBy(JavaClasses classes) {
        on.apply(House.PRODUCT).check(classes);
        return this;
    }

    /** Each of them breaks the rule, looked at alone. */
    void isBrokenBy(Class<?>... culprits) {
        for (Class<?> culprit : culprits) {
            isBrokenByTogether(culprit);
        }
    }

    void isBrokenByTogether(Class<?>... culprits) {
        JavaClasses classes = new ClassFileImporter().importClasses(culprits);
        ArchRule rule = on.apply(House.VIOLATIONS).allowEmptyShould(true);
        assertThat(rule.evaluate(classes).hasViolation())
                .as("%s breaks the rule: %s", classes, rule.getDescription())
                .isTrue();
    }
}
