package io.prismq.queue.adapter.sqlite.rows;

import io.prismq.queue.domain.task.TaskStatus;

/** Where tasks are counted. */
record LaneStatus(long laneId, TaskStatus status) {}
