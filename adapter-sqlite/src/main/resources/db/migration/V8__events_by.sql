-- An event may go on behind its message with who did it and from which address; the lists of older commits end before.
DROP VIEW task_events;

CREATE VIEW task_events AS
SELECT
  c.last_id - c.events + 1 + e.key AS event_id,
  strftime('%Y-%m-%dT%H:%M:%fZ', (e.value ->> 0) / 1000.0, 'unixepoch') AS at_utc,
  CASE e.value ->> 1
    WHEN 0 THEN 'enqueued' WHEN 1 THEN 'due' WHEN 2 THEN 'claimed' WHEN 3 THEN 'renewed' WHEN 4 THEN 'progress'
    WHEN 5 THEN 'completed' WHEN 6 THEN 'failed' WHEN 7 THEN 'timed_out' WHEN 8 THEN 'lease_expired'
    WHEN 9 THEN 'released' WHEN 10 THEN 'expired' WHEN 11 THEN 'cancelled' WHEN 12 THEN 'retried' ELSE 'deleted'
  END AS event,
  e.value ->> 3 AS task_id,
  l.type,
  CASE e.value ->> 4
    WHEN 0 THEN 'scheduled' WHEN 1 THEN 'queued' WHEN 2 THEN 'processing'
    WHEN 3 THEN 'completed' WHEN 4 THEN 'failed' ELSE 'cancelled'
  END AS status,
  e.value ->> 5 AS attempt,
  e.value ->> 6 AS worker_id,
  CASE e.value ->> 7
    WHEN 0 THEN 'error' WHEN 1 THEN 'rejected' WHEN 2 THEN 'timeout' WHEN 3 THEN 'lease_expired' WHEN 4 THEN 'expired'
  END AS failure_kind,
  e.value ->> 8 AS progress_percent,
  e.value ->> 9 AS progress_message,
  e.value ->> 10 AS actor,
  e.value ->> 11 AS address
FROM event_log c
CROSS JOIN json_each(c.list) e
JOIN lane l ON l.id = e.value ->> 2;
