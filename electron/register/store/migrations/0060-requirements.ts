/** Requirement packs in force, answers to their items, and the items that a control answers. Never edited once released. */
export const requirements = {
  version: 60,
  name: 'requirements',
  sql: `
CREATE TABLE requirement_pack (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  pack_id TEXT NOT NULL, pack_version TEXT NOT NULL, origin TEXT NOT NULL, file_name TEXT, sha256 TEXT NOT NULL,
  content TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT
) STRICT;

CREATE TABLE requirement_answer (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  pack_id TEXT NOT NULL, pack_version TEXT NOT NULL, item_id TEXT NOT NULL, subject TEXT NOT NULL,
  system_id TEXT REFERENCES system (id), state TEXT, note TEXT, "on" TEXT NOT NULL,
  answerer_id TEXT REFERENCES person (id), not_applicable TEXT, carried_from TEXT
) STRICT;
CREATE INDEX requirement_answer_key ON requirement_answer (pack_id, pack_version, system_id, item_id);

ALTER TABLE control ADD COLUMN requirement_ids TEXT NOT NULL DEFAULT '[]';
`,
} as const
