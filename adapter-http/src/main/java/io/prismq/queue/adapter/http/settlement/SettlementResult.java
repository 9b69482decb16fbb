package io.prismq.queue.adapter.http.settlement;

/** What became of one of many settlements. */
public sealed interface SettlementResult permits SettledBody, RefusedBody {}
