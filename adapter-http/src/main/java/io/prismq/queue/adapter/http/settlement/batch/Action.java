package io.prismq.queue.adapter.http.settlement.batch;

import io.prismq.queue.adapter.http.settlement.CompleteRequest;
import io.prismq.queue.adapter.http.settlement.FailRequest;
import io.prismq.queue.adapter.http.settlement.HeartbeatRequest;
import io.prismq.queue.adapter.http.settlement.ReleaseRequest;
import io.prismq.queue.adapter.http.settlement.Statement;
import java.util.Objects;

/** What one of many settlements does: the same as a request of its own. */
enum Action {
    COMPLETE,
    FAIL,
    RELEASE,
    HEARTBEAT;

    /** The request that a valid item stands for. */
    Statement statement(SettlementRequest item) {
        String token = item.leaseToken();
        return switch (this) {
            case COMPLETE -> new CompleteRequest(token, item.result());
            case FAIL -> failure(item);
            case RELEASE -> new ReleaseRequest(token, item.delaySeconds());
            case HEARTBEAT -> new HeartbeatRequest(token, item.leaseSeconds(), item.progress(), item.log());
        };
    }

    private static Statement failure(SettlementRequest item) {
        return new FailRequest(
                item.leaseToken(),
                Objects.requireNonNull(item.errorMessage(), "a valid failure has a message"),
                item.errorDetails(),
                item.retryable(),
                item.retryAfterSeconds());
    }
}
