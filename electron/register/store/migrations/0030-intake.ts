/** Intakes: uses of AI that are applied for or found, before they are systems. Never edited once released. */
export const intakes = {
  version: 30,
  name: 'intake',
  sql: `
CREATE TABLE intake (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('applied', 'found')), purpose_ja TEXT, purpose_en TEXT,
  requester_id TEXT REFERENCES person (id), unit_id TEXT REFERENCES unit (id), received_on TEXT,
  found_by_id TEXT REFERENCES person (id), kind TEXT, service TEXT, model TEXT, data TEXT NOT NULL, affected TEXT NOT NULL,
  autonomy TEXT, effect TEXT NOT NULL, in_use TEXT NOT NULL CHECK (in_use IN ('yes', 'no', 'unknown')), in_use_since TEXT,
  jurisdictions TEXT NOT NULL, notes TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'returned', 'approved', 'rejected')),
  decided_on TEXT, decider_id TEXT REFERENCES person (id), decided_reason TEXT, triage TEXT,
  system_id TEXT REFERENCES system (id)
) STRICT;
CREATE INDEX intake_name ON intake (name_sort);
CREATE INDEX intake_state ON intake (state);
`,
} as const
