/** Audit findings, policies, training and its completions, monitoring results and changes. Never edited once released. */
export const oversight = {
  version: 80,
  name: 'oversight',
  sql: `
CREATE TABLE finding (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, description_ja TEXT, description_en TEXT,
  audit TEXT, auditor TEXT, reported_on TEXT, rating TEXT NOT NULL CHECK (rating IN ('high', 'medium', 'low')),
  root_cause_ja TEXT, root_cause_en TEXT, recommendation_ja TEXT, recommendation_en TEXT,
  owner_post_id TEXT REFERENCES post (id), owner_id TEXT REFERENCES person (id), due_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'responded', 'implemented', 'closed')),
  response TEXT CHECK (response IN ('agree', 'partly', 'disagree')), response_text TEXT,
  responder_id TEXT REFERENCES person (id), responded_on TEXT,
  implemented_text TEXT, implementer_id TEXT REFERENCES person (id), implemented_on TEXT,
  verified_text TEXT, verifier_id TEXT REFERENCES person (id), verified_on TEXT,
  slips TEXT NOT NULL, requirement_ids TEXT NOT NULL, notes TEXT
) STRICT;
CREATE INDEX finding_name ON finding (name_sort);
CREATE INDEX finding_due ON finding (due_on);

CREATE TABLE finding_system (
  finding_id TEXT NOT NULL REFERENCES finding (id), system_id TEXT NOT NULL REFERENCES system (id),
  PRIMARY KEY (finding_id, system_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding_risk (
  finding_id TEXT NOT NULL REFERENCES finding (id), risk_id TEXT NOT NULL REFERENCES risk (id),
  PRIMARY KEY (finding_id, risk_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding_control (
  finding_id TEXT NOT NULL REFERENCES finding (id), control_id TEXT NOT NULL REFERENCES control (id),
  PRIMARY KEY (finding_id, control_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding_action (
  finding_id TEXT NOT NULL REFERENCES finding (id), action_id TEXT NOT NULL REFERENCES action (id),
  PRIMARY KEY (finding_id, action_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_system_system ON finding_system (system_id);
CREATE INDEX finding_risk_risk ON finding_risk (risk_id);
CREATE INDEX finding_control_control ON finding_control (control_id);
CREATE INDEX finding_action_action ON finding_action (action_id);

CREATE TABLE observation (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  system_id TEXT NOT NULL REFERENCES system (id),
  kind TEXT NOT NULL CHECK (kind IN ('monitoring', 'model_change', 'terms_change', 'other_change')), "on" TEXT NOT NULL,
  metric TEXT, measured TEXT, allowed TEXT, outcome TEXT CHECK (outcome IN ('within', 'deviating')),
  period_from TEXT, period_to TEXT, version_before TEXT, version_after TEXT, source TEXT,
  significant TEXT NOT NULL CHECK (significant IN ('yes', 'no', 'unknown')), significant_reason TEXT,
  decision_ja TEXT, decision_en TEXT, reassess_by TEXT, waivers TEXT NOT NULL, notes TEXT
) STRICT;
CREATE INDEX observation_name ON observation (name_sort);
CREATE INDEX observation_system ON observation (system_id);

CREATE TABLE policy (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, edition TEXT, description_ja TEXT, description_en TEXT,
  applies_to_ja TEXT, applies_to_en TEXT, location TEXT, owner_post_id TEXT REFERENCES post (id),
  supersedes_id TEXT REFERENCES policy (id), "from" TEXT, next_review_on TEXT,
  approver_post_id TEXT REFERENCES post (id), approved_on TEXT, approved_text TEXT, notes TEXT
) STRICT;
CREATE INDEX policy_name ON policy (name_sort);

CREATE TABLE training (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, description_ja TEXT, description_en TEXT,
  policy_id TEXT REFERENCES policy (id), owner_post_id TEXT REFERENCES post (id),
  post_kinds TEXT NOT NULL, roles TEXT NOT NULL, cycle_months INTEGER, "from" TEXT, "to" TEXT, notes TEXT
) STRICT;
CREATE INDEX training_name ON training (name_sort);
CREATE TABLE training_post (
  training_id TEXT NOT NULL REFERENCES training (id), post_id TEXT NOT NULL REFERENCES post (id),
  PRIMARY KEY (training_id, post_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE training_unit (
  training_id TEXT NOT NULL REFERENCES training (id), unit_id TEXT NOT NULL REFERENCES unit (id),
  PRIMARY KEY (training_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE training_person (
  training_id TEXT NOT NULL REFERENCES training (id), person_id TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (training_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX training_post_post ON training_post (post_id);
CREATE INDEX training_unit_unit ON training_unit (unit_id);
CREATE INDEX training_person_person ON training_person (person_id);

CREATE TABLE training_completion (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  training_id TEXT NOT NULL REFERENCES training (id), person_id TEXT NOT NULL REFERENCES person (id),
  "on" TEXT NOT NULL, valid_until TEXT, reference TEXT
) STRICT;
CREATE INDEX training_completion_training ON training_completion (training_id);
CREATE INDEX training_completion_person ON training_completion (person_id);
`,
} as const
