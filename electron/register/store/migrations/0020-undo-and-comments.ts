/** An event can name the transaction that it takes back; comments on records. Never edited once released. */
export const undoAndComments = {
  version: 20,
  name: 'undo-and-comments',
  sql: `
ALTER TABLE audit_event ADD COLUMN reverses INTEGER;

CREATE TABLE comment (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  subject TEXT NOT NULL, subject_id TEXT NOT NULL, text TEXT NOT NULL,
  person_id TEXT REFERENCES person (id), recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX comment_subject ON comment (subject_id);
`,
} as const
