package io.prismq.queue.architecture.violations.adapter.sqlite;

public final class RowMapperForAll {}
