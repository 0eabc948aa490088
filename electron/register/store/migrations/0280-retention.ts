/**
 * Rules of retention, legal holds, and names that were taken out; and whether what was taken out may still lie in unused parts of
 * the file. Never edited once released.
 */
export const retention = {
  version: 280,
  name: 'retention',
  sql: `
CREATE TABLE retention_rule (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  scope TEXT NOT NULL CHECK (scope IN ('everyone', 'post_holders', 'others')), years INTEGER NOT NULL,
  basis TEXT NOT NULL, approver_person_id TEXT REFERENCES person (id), approved_on TEXT, "from" TEXT NOT NULL, "to" TEXT
) STRICT;

CREATE TABLE legal_hold (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  matter TEXT NOT NULL, reason TEXT NOT NULL, ordered_by TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('everyone', 'named')), "from" TEXT NOT NULL,
  released_on TEXT, released_by TEXT, release_reason TEXT
) STRICT;
CREATE TABLE legal_hold_person (
  legal_hold_id TEXT NOT NULL REFERENCES legal_hold (id), person_id TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (legal_hold_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX legal_hold_person_person ON legal_hold_person (person_id);

CREATE TABLE redaction (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  person_id TEXT NOT NULL REFERENCES person (id), placeholder_ja TEXT, placeholder_en TEXT,
  ground TEXT NOT NULL CHECK (ground IN ('retention', 'request', 'other')), rule_id TEXT REFERENCES retention_rule (id),
  note TEXT, decided_by TEXT NOT NULL, "on" TEXT NOT NULL, texts INTEGER NOT NULL, replaced TEXT NOT NULL
) STRICT;
CREATE INDEX redaction_person ON redaction (person_id);
CREATE INDEX audit_event_redaction ON audit_event (sequence) WHERE noun = 'redaction';

CREATE TABLE cleaning (id INTEGER PRIMARY KEY CHECK (id = 1), since TEXT NOT NULL) STRICT;
`,
} as const
