-- What happened to tasks, and who runs them.
-- Outcomes: 0 completed, 1 failed, 2 rejected, 3 timeout, 4 lease_expired, 5 released, 6 cancelled.
-- Levels: 0 debug, 1 info, 2 warn, 3 error.

-- The claim that the lease was given to, so that a worker can ask for what it got once more.
ALTER TABLE task ADD COLUMN claim_id TEXT;

CREATE INDEX task_held ON task (worker_id, claim_id) WHERE claim_id IS NOT NULL;

-- With the worker in it, the index alone tells who runs what.
DROP INDEX task_lease;
CREATE INDEX task_lease ON task (lease_until, id, worker_id) WHERE status = 2;

-- An attempt that has ended; the one that runs stands in its task.
CREATE TABLE attempt (
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  claim_no INTEGER NOT NULL CHECK (claim_no >= 1),
  number INTEGER NOT NULL,
  worker_id TEXT NOT NULL,
  lease_token TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  outcome INTEGER NOT NULL CHECK (outcome BETWEEN 0 AND 6),
  -- What the task came to by it.
  status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 5),
  message TEXT,
  PRIMARY KEY (task_id, claim_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_log (
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  line INTEGER NOT NULL CHECK (line >= 1),
  at INTEGER NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
  message TEXT NOT NULL,
  details TEXT,
  PRIMARY KEY (task_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE worker (
  id TEXT PRIMARY KEY,
  -- With commas between them: no type holds one.
  types TEXT NOT NULL,
  capabilities TEXT NOT NULL,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  stuck_handlers INTEGER NOT NULL CHECK (stuck_handlers >= 0)
) STRICT, WITHOUT ROWID;

-- For a person in the sqlite3 shell, like the view task_queue. The attempt that runs has no end.
CREATE VIEW task_attempts AS
SELECT
  task_id,
  number AS attempt,
  claim_no,
  worker_id,
  strftime('%Y-%m-%dT%H:%M:%fZ', started_at / 1000.0, 'unixepoch') AS started_at_utc,
  strftime('%Y-%m-%dT%H:%M:%fZ', ended_at / 1000.0, 'unixepoch') AS ended_at_utc,
  CASE outcome
    WHEN 0 THEN 'completed' WHEN 1 THEN 'failed' WHEN 2 THEN 'rejected' WHEN 3 THEN 'timeout'
    WHEN 4 THEN 'lease_expired' WHEN 5 THEN 'released' ELSE 'cancelled'
  END AS outcome,
  message AS error_message
FROM attempt
UNION ALL
SELECT
  id,
  attempts,
  claim_no,
  worker_id,
  strftime('%Y-%m-%dT%H:%M:%fZ', started_at / 1000.0, 'unixepoch'),
  NULL,
  NULL,
  NULL
FROM task
WHERE status = 2;

CREATE VIEW task_logs AS
SELECT
  task_id,
  line AS log_id,
  strftime('%Y-%m-%dT%H:%M:%fZ', at / 1000.0, 'unixepoch') AS at_utc,
  CASE level WHEN 0 THEN 'debug' WHEN 1 THEN 'info' WHEN 2 THEN 'warn' ELSE 'error' END AS level,
  message,
  details
FROM task_log;

CREATE VIEW workers AS
SELECT
  id AS worker_id,
  types,
  capabilities,
  strftime('%Y-%m-%dT%H:%M:%fZ', first_seen / 1000.0, 'unixepoch') AS first_seen_utc,
  strftime('%Y-%m-%dT%H:%M:%fZ', last_seen / 1000.0, 'unixepoch') AS last_seen_utc,
  (SELECT count(*) FROM task WHERE task.status = 2 AND task.worker_id = worker.id) AS running_tasks,
  stuck_handlers
FROM worker;
