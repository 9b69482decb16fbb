package io.prismq.queue.adapter.http.settlement.batch;

import io.prismq.queue.application.Settlement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** What a worker says about many tasks. */
record SettlementsRequest(
        @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid SettlementRequest> settlements) {
    List<Settlement> toSettlements(Instant now) {
        return settlements.stream().map(one -> one.toSettlement(now)).toList();
    }
}
