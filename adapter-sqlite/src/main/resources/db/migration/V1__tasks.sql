-- Statuses: 0 scheduled, 1 queued, 2 processing, 3 completed, 4 failed, 5 cancelled.
-- Times: milliseconds since 1970-01-01T00:00:00Z. For people there is the view task_queue.

-- Each distinct pair of type and compatibility, so that a claim seeks only where its worker can run what it finds.
CREATE TABLE lane (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  -- A JSON object in canonical form, one member a line: equal requirements are equal texts.
  compatibility TEXT NOT NULL,
  UNIQUE (type, compatibility)
) STRICT;

-- Exact numbers, kept in the same commit as what they count.
CREATE TABLE lane_count (
  lane_id INTEGER NOT NULL REFERENCES lane (id),
  status INTEGER NOT NULL,
  tasks INTEGER NOT NULL CHECK (tasks >= 0),
  PRIMARY KEY (lane_id, status)
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
  -- AUTOINCREMENT: an id is never used again, not even after the highest one was deleted.
  id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 9007199254740991),
  lane_id INTEGER NOT NULL REFERENCES lane (id),
  status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 5),
  priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 1000),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  max_attempts INTEGER NOT NULL CHECK (max_attempts BETWEEN 1 AND 100),
  claim_no INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  run_after INTEGER NOT NULL,
  expires_at INTEGER,
  started_at INTEGER,
  finished_at INTEGER,
  worker_id TEXT,
  lease_token TEXT,
  lease_ms INTEGER,
  lease_until INTEGER,
  attempt_deadline INTEGER,
  progress_percent INTEGER,
  progress_message TEXT,
  failure_kind INTEGER,
  failure_message TEXT,
  idempotency_key TEXT,
  fingerprint TEXT,
  -- Null where the payload is long and stands in task_payload: a change rewrites the whole row.
  payload TEXT,
  CHECK ((status = 2) = (lease_token IS NOT NULL))
) STRICT;

CREATE INDEX task_claim ON task (lane_id, priority, id) WHERE status = 1;
CREATE INDEX task_list ON task (lane_id, status, id);
CREATE INDEX task_due ON task (run_after) WHERE status = 0;
CREATE INDEX task_lease ON task (lease_until) WHERE status = 2;
CREATE INDEX task_expiry ON task (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX task_finish ON task (finished_at) WHERE finished_at IS NOT NULL;
CREATE UNIQUE INDEX task_idempotency ON task (idempotency_key) WHERE idempotency_key IS NOT NULL;

CREATE TABLE task_payload (
  task_id INTEGER PRIMARY KEY REFERENCES task (id) ON DELETE CASCADE,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE task_result (
  task_id INTEGER PRIMARY KEY REFERENCES task (id) ON DELETE CASCADE,
  json TEXT NOT NULL
) STRICT;

-- For a person in the sqlite3 shell: words, ISO times, and what is often asked of the JSON.
CREATE VIEW task_queue AS
SELECT
  t.id AS task_id,
  l.type,
  CASE t.status
    WHEN 0 THEN 'scheduled' WHEN 1 THEN 'queued' WHEN 2 THEN 'processing'
    WHEN 3 THEN 'completed' WHEN 4 THEN 'failed' ELSE 'cancelled'
  END AS status,
  t.priority,
  t.attempts,
  t.max_attempts,
  coalesce(t.payload, p.json) AS payload,
  l.compatibility,
  r.json AS result,
  t.progress_percent,
  t.progress_message,
  CASE t.failure_kind
    WHEN 0 THEN 'error' WHEN 1 THEN 'rejected' WHEN 2 THEN 'timeout' WHEN 3 THEN 'lease_expired' WHEN 4 THEN 'expired'
  END AS failure_kind,
  t.failure_message AS error_message,
  t.idempotency_key,
  strftime('%Y-%m-%dT%H:%M:%fZ', t.created_at / 1000.0, 'unixepoch') AS created_at_utc,
  strftime('%Y-%m-%dT%H:%M:%fZ', t.run_after / 1000.0, 'unixepoch') AS run_after_utc,
  strftime('%Y-%m-%dT%H:%M:%fZ', t.started_at / 1000.0, 'unixepoch') AS processing_started_utc,
  strftime('%Y-%m-%dT%H:%M:%fZ', t.finished_at / 1000.0, 'unixepoch') AS finished_at_utc,
  strftime('%Y-%m-%dT%H:%M:%fZ', t.lease_until / 1000.0, 'unixepoch') AS lease_until_utc,
  strftime('%Y-%m-%dT%H:%M:%fZ', t.attempt_deadline / 1000.0, 'unixepoch') AS attempt_deadline_utc,
  t.worker_id AS locked_by,
  l.compatibility ->> '$.region' AS region,
  coalesce(t.payload, p.json) ->> '$.format' AS format
FROM task t
JOIN lane l ON l.id = t.lane_id
LEFT JOIN task_payload p ON p.task_id = t.id
LEFT JOIN task_result r ON r.task_id = t.id;
