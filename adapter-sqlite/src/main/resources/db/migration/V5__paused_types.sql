-- The types whose tasks no worker is offered.
CREATE TABLE paused_type (
  type TEXT PRIMARY KEY,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
