package io.prismq.queue.adapter.http.settlement.batch;

import org.jspecify.annotations.Nullable;

/** The fields of a settlement that belong to one action alone. */
enum Field {
    RESULT("result", Action.COMPLETE),
    ERROR_MESSAGE("errorMessage", Action.FAIL),
    ERROR_DETAILS("errorDetails", Action.FAIL),
    RETRYABLE("retryable", Action.FAIL),
    RETRY_AFTER_SECONDS("retryAfterSeconds", Action.FAIL),
    DELAY_SECONDS("delaySeconds", Action.RELEASE),
    LEASE_SECONDS("leaseSeconds", Action.HEARTBEAT),
    PROGRESS("progress", Action.HEARTBEAT),
    LOG("log", Action.HEARTBEAT);

    private final String property;
    private final Action action;

    Field(String property, Action action) {
        this.property = property;
        this.action = action;
    }

    /** The name that the field has in the record. */
    String property() {
        return property;
    }

    boolean belongsTo(Action other) {
        return action == other;
    }

    /** Whether its action cannot do without it. */
    boolean isRequired() {
        return this == ERROR_MESSAGE;
    }

    boolean isIn(SettlementRequest item) {
        return value(item) != null;
    }

    private @Nullable Object value(SettlementRequest item) {
        return switch (this) {
            case RESULT -> item.result();
            case ERROR_MESSAGE -> item.errorMessage();
            case ERROR_DETAILS -> item.errorDetails();
            case RETRYABLE -> item.retryable();
            case RETRY_AFTER_SECONDS -> item.retryAfterSeconds();
            case DELAY_SECONDS -> item.delaySeconds();
            case LEASE_SECONDS -> item.leaseSeconds();
            case PROGRESS -> item.progress();
            case LOG -> item.log();
        };
    }
}
