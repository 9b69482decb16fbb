package io.prismq.queue.architecture.violations.application;

public final class UseCaseOfSixParts {
    private final int sum;

    public UseCaseOfSixParts(int one, int two, int three, int four, int five, int six) {
        sum = one + two + three + four + five + six;
    }

    public int sum() {
        return sum;
    }
}
