/** What control tests looked at, what controls are for, and evidence as a kept file or a link, with its acceptance. Never edited once released. */
export const proof = {
  version: 90,
  name: 'proof',
  sql: `
ALTER TABLE system ADD COLUMN write_access TEXT NOT NULL DEFAULT 'unknown';

ALTER TABLE control ADD COLUMN purposes TEXT NOT NULL DEFAULT '[]';
ALTER TABLE control ADD COLUMN test_months INTEGER;

ALTER TABLE control_test ADD COLUMN method TEXT;
ALTER TABLE control_test ADD COLUMN population INTEGER;
ALTER TABLE control_test ADD COLUMN sample_size INTEGER;
ALTER TABLE control_test ADD COLUMN passed INTEGER;

CREATE TABLE stored_file (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;
CREATE TRIGGER stored_file_never_changes BEFORE UPDATE ON stored_file
BEGIN SELECT RAISE(ABORT, 'a kept file never changes'); END;
CREATE TRIGGER stored_file_never_goes BEFORE DELETE ON stored_file
BEGIN SELECT RAISE(ABORT, 'a kept file is never deleted'); END;

ALTER TABLE evidence ADD COLUMN link TEXT;
ALTER TABLE evidence ADD COLUMN file_name TEXT;
ALTER TABLE evidence ADD COLUMN file_bytes INTEGER;
ALTER TABLE evidence ADD COLUMN file_sha256 TEXT REFERENCES stored_file (sha256);
ALTER TABLE evidence ADD COLUMN accepted_on TEXT;
ALTER TABLE evidence ADD COLUMN accepter_id TEXT REFERENCES person (id);
ALTER TABLE evidence ADD COLUMN accepted_note TEXT;
ALTER TABLE evidence ADD COLUMN accepted_content TEXT;
`,
} as const
