/** Directions of the board, for cybersecurity and for AI. Never edited once released. */
export const directions = {
  version: 70,
  name: 'directions',
  sql: `
CREATE TABLE direction (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('cyber', 'ai')), item TEXT NOT NULL, instruction_ja TEXT, instruction_en TEXT,
  given_on TEXT, given_by_post_id TEXT REFERENCES post (id), given_by_person_id TEXT REFERENCES person (id),
  reference TEXT, to_post_id TEXT REFERENCES post (id), to_person_id TEXT REFERENCES person (id),
  report_due_on TEXT, reported_on TEXT, report_ja TEXT, report_en TEXT,
  maturity TEXT, maturity_on TEXT, grounds_ja TEXT, grounds_en TEXT, next_review_on TEXT, notes TEXT
) STRICT;
CREATE INDEX direction_name ON direction (name_sort);
`,
} as const
