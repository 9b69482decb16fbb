-- How long finished tasks are kept depends on their type and on their end.
DROP INDEX task_finish;
CREATE INDEX task_finished ON task (lane_id, status, finished_at) WHERE finished_at IS NOT NULL;

-- Where the enqueue stands in a distributed trace: a traceparent of https://www.w3.org/TR/trace-context/.
ALTER TABLE task ADD COLUMN trace_parent TEXT;
