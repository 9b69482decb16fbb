-- What operators did, a row each; of a payload or a key nothing.
CREATE TABLE audit_log (
  -- AUTOINCREMENT: none comes twice, so that a row that is missing is missed.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  -- Of the peer; none for the command line.
  address TEXT,
  action TEXT NOT NULL,
  target TEXT,
  outcome TEXT NOT NULL
) STRICT;

CREATE INDEX audit_log_actor ON audit_log (actor, id);
CREATE INDEX audit_log_action ON audit_log (action, id);

-- Rows are added at the end and forgotten at the beginning, and nothing else happens to them.
CREATE TRIGGER audit_log_update BEFORE UPDATE ON audit_log
BEGIN
  SELECT RAISE(ABORT, 'a row of the audit log cannot be changed');
END;

CREATE TRIGGER audit_log_insert BEFORE INSERT ON audit_log
WHEN new.id BETWEEN 0 AND (SELECT seq FROM sqlite_sequence WHERE name = 'audit_log')
BEGIN
  SELECT RAISE(ABORT, 'rows of the audit log are added at its end');
END;

CREATE TRIGGER audit_log_delete BEFORE DELETE ON audit_log
WHEN EXISTS (SELECT 1 FROM audit_log WHERE id < old.id)
BEGIN
  SELECT RAISE(ABORT, 'none but the oldest row of the audit log can be forgotten');
END;
