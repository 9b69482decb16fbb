package io.prismq.queue.architecture.violations.adapter.http;

public final class UnboundRequest {}
