/** The horizon that a register holds, and what the company makes of each change of the rules. Never edited once released. */
export const horizon = {
  version: 110,
  name: 'horizon',
  sql: `
CREATE TABLE horizon_pack (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  pack_version TEXT NOT NULL, as_of TEXT NOT NULL, origin TEXT NOT NULL, file_name TEXT, sha256 TEXT NOT NULL,
  content TEXT NOT NULL, "from" TEXT NOT NULL, "to" TEXT
) STRICT;

CREATE TABLE rule_assessment (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  event_id TEXT, event_day TEXT NOT NULL, day_kind TEXT NOT NULL CHECK (day_kind IN ('fixed', 'planned', 'latest')),
  owner_post_id TEXT REFERENCES post (id), owner_id TEXT REFERENCES person (id), due_on TEXT,
  outcome TEXT CHECK (outcome IN ('no_effect', 'to_prepare', 'prepared')), meaning_ja TEXT, meaning_en TEXT,
  assessed_on TEXT, assessor_id TEXT REFERENCES person (id), pack_version TEXT, changed_on TEXT, moved_from TEXT,
  notes TEXT
) STRICT;
CREATE INDEX rule_assessment_name ON rule_assessment (name_sort);
CREATE INDEX rule_assessment_event ON rule_assessment (event_id);

CREATE TABLE rule_assessment_system (
  rule_assessment_id TEXT NOT NULL REFERENCES rule_assessment (id), system_id TEXT NOT NULL REFERENCES system (id),
  PRIMARY KEY (rule_assessment_id, system_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE rule_assessment_action (
  rule_assessment_id TEXT NOT NULL REFERENCES rule_assessment (id), action_id TEXT NOT NULL REFERENCES action (id),
  PRIMARY KEY (rule_assessment_id, action_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rule_assessment_system_system ON rule_assessment_system (system_id);
CREATE INDEX rule_assessment_action_action ON rule_assessment_action (action_id);
`,
} as const
