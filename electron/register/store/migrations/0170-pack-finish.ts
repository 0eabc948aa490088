/** Commentary of packs, how they are set up, and their sign-off. Never edited once released. */
export const packFinish = {
  version: 170,
  name: 'pack finish',
  sql: `
CREATE TABLE pack_note (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  pack_id TEXT REFERENCES pack (id), target TEXT NOT NULL, text TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('ja', 'en')), second_text TEXT, written_at TEXT NOT NULL,
  person_id TEXT REFERENCES person (id)
) STRICT;
CREATE INDEX pack_note_pack ON pack_note (pack_id);
CREATE TABLE pack_setup (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  pack_id TEXT REFERENCES pack (id), language TEXT NOT NULL CHECK (language IN ('ja', 'en', 'both')),
  sections TEXT NOT NULL, top_risks INTEGER NOT NULL, annexes TEXT NOT NULL,
  classification TEXT NOT NULL CHECK (classification IN ('public', 'internal', 'confidential', 'board_only')),
  naming TEXT NOT NULL CHECK (naming IN ('names', 'posts')), page_budget INTEGER
) STRICT;
CREATE INDEX pack_setup_pack ON pack_setup (pack_id);
CREATE TABLE pack_sign_off (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  pack_id TEXT NOT NULL REFERENCES pack (id), "on" TEXT NOT NULL, content TEXT NOT NULL, pack_digest TEXT NOT NULL
) STRICT;
CREATE INDEX pack_sign_off_pack ON pack_sign_off (pack_id);
`,
} as const
