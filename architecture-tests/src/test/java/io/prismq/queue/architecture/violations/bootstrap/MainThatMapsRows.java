package io.prismq.queue.architecture.violations.bootstrap;

import io.prismq.queue.architecture.violations.adapter.sqlite.RowMapperForAll;

public record MainThatMapsRows(RowMapperForAll mapper) {}
