-- The keys that clients present; of the secrets no more than their SHA-256.
CREATE TABLE api_key (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- Words with commas between them.
  scopes TEXT NOT NULL,
  -- Names with commas between them; empty where the key is not limited to types.
  types TEXT NOT NULL,
  digest TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
