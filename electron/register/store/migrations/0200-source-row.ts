/** What sources said of imported records, and the mappings that people keep. Never edited once released. */
export const sourceRows = {
  version: 200,
  name: 'source row',
  sql: `
CREATE TABLE source_row (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  subject TEXT NOT NULL, subject_id TEXT NOT NULL, import_id TEXT NOT NULL REFERENCES import_run (id),
  "key" TEXT NOT NULL, "row" INTEGER NOT NULL, cells TEXT NOT NULL
) STRICT;
CREATE INDEX source_row_subject ON source_row (subject_id);
CREATE INDEX source_row_key ON source_row (subject, "key");
CREATE TABLE import_mapping (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  title TEXT NOT NULL, holds TEXT NOT NULL, mapping TEXT NOT NULL
) STRICT;
`,
} as const
