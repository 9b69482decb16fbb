package io.prismq.queue.bootstrap.remote;

/** Why a command was not left to end by itself. */
enum Interruption {
    CANCELLED("was cancelled"),
    LEASE_LOST("is no longer held by this worker"),
    TIMED_OUT("took longer than an attempt may"),
    GIVEN_BACK("did not end within the grace");

    private final String words;

    Interruption(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
