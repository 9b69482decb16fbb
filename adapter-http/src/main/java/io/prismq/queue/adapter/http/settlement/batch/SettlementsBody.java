package io.prismq.queue.adapter.http.settlement.batch;

import io.prismq.queue.adapter.http.settlement.SettlementResult;
import java.util.List;

/** What became of each settlement, in order. */
record SettlementsBody(List<SettlementResult> results) {}
