/** Incidents and near misses, what was reported of them, what authorities do, and the note on a surcharge. Never edited once released. */
export const incidents = {
  version: 130,
  name: 'incident',
  sql: `
ALTER TABLE system ADD COLUMN surcharge_note_ja TEXT;
ALTER TABLE system ADD COLUMN surcharge_note_en TEXT;
ALTER TABLE system ADD COLUMN surcharge_owner_id TEXT REFERENCES person (id);
ALTER TABLE system ADD COLUMN surcharge_on TEXT;

CREATE TABLE incident (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('incident', 'near_miss')),
  severity TEXT CHECK (severity IN ('critical', 'major', 'moderate', 'minor')),
  state TEXT NOT NULL CHECK (state IN ('open', 'contained', 'resolved', 'closed')),
  description_ja TEXT, description_en TEXT, occurred_at TEXT, detected_at TEXT, learned_at TEXT, learned_zone TEXT,
  contained_at TEXT, resolved_at TEXT, vendor_learned_at TEXT, vendor_told_at TEXT, affected_count INTEGER,
  affected_basis TEXT NOT NULL CHECK (affected_basis IN ('unknown', 'estimate', 'counted')),
  personal_data TEXT NOT NULL CHECK (personal_data IN ('yes', 'no', 'unknown')),
  data_involved_ja TEXT, data_involved_en TEXT, timeline TEXT NOT NULL, cause_ja TEXT, cause_en TEXT, root_cause TEXT,
  measures_ja TEXT, measures_en TEXT, lessons_ja TEXT, lessons_en TEXT, owner_post_id TEXT REFERENCES post (id),
  owner_id TEXT REFERENCES person (id), leak TEXT NOT NULL CHECK (leak IN ('unknown', 'yes', 'likely', 'no')),
  leak_sensitive TEXT NOT NULL CHECK (leak_sensitive IN ('unknown', 'yes', 'likely', 'no')),
  leak_financial TEXT NOT NULL CHECK (leak_financial IN ('unknown', 'yes', 'likely', 'no')),
  leak_wrongful TEXT NOT NULL CHECK (leak_wrongful IN ('unknown', 'yes', 'likely', 'no')),
  leak_many TEXT NOT NULL CHECK (leak_many IN ('unknown', 'yes', 'likely', 'no')), judged_on TEXT,
  judge_id TEXT REFERENCES person (id), judged_text TEXT, report_outline_ja TEXT, report_outline_en TEXT,
  report_data_items_ja TEXT, report_data_items_en TEXT, report_persons_ja TEXT, report_persons_en TEXT,
  report_cause_ja TEXT, report_cause_en TEXT, report_secondary_harm_ja TEXT, report_secondary_harm_en TEXT,
  report_response_ja TEXT, report_response_en TEXT, report_publication_ja TEXT, report_publication_en TEXT,
  report_prevention_ja TEXT, report_prevention_en TEXT, report_other_ja TEXT, report_other_en TEXT, closed_on TEXT,
  closed_text TEXT, verifier_id TEXT REFERENCES person (id), notes TEXT
) STRICT;
CREATE INDEX incident_name ON incident (name_sort);
CREATE TABLE incident_report (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  incident_id TEXT NOT NULL REFERENCES incident (id),
  kind TEXT NOT NULL CHECK (kind IN ('early', 'final', 'persons', 'entrusting_party')), at TEXT NOT NULL,
  recipient TEXT NOT NULL, reference TEXT, reporter_id TEXT REFERENCES person (id), notes TEXT
) STRICT;
CREATE INDEX incident_report_incident ON incident_report (incident_id);
CREATE TABLE enforcement (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('report_request', 'inspection', 'guidance', 'recommendation', 'order', 'emergency_order', 'other')),
  authority TEXT, reference TEXT, received_on TEXT, due_on TEXT, subject_ja TEXT, subject_en TEXT,
  incident_id TEXT REFERENCES incident (id), owner_post_id TEXT REFERENCES post (id),
  owner_id TEXT REFERENCES person (id), response_ja TEXT, response_en TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'done')), done_on TEXT, done_text TEXT,
  done_by_id TEXT REFERENCES person (id), notes TEXT
) STRICT;
CREATE INDEX enforcement_name ON enforcement (name_sort);
CREATE INDEX enforcement_incident ON enforcement (incident_id);
CREATE TABLE incident_system (
  incident_id TEXT NOT NULL REFERENCES incident (id), system_id TEXT NOT NULL REFERENCES system (id),
  PRIMARY KEY (incident_id, system_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_system_system ON incident_system (system_id);
CREATE TABLE incident_vendor (
  incident_id TEXT NOT NULL REFERENCES incident (id), vendor_id TEXT NOT NULL REFERENCES vendor (id),
  PRIMARY KEY (incident_id, vendor_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_vendor_vendor ON incident_vendor (vendor_id);
CREATE TABLE incident_contract (
  incident_id TEXT NOT NULL REFERENCES incident (id), contract_id TEXT NOT NULL REFERENCES contract (id),
  PRIMARY KEY (incident_id, contract_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_contract_contract ON incident_contract (contract_id);
CREATE TABLE incident_risk (
  incident_id TEXT NOT NULL REFERENCES incident (id), risk_id TEXT NOT NULL REFERENCES risk (id),
  PRIMARY KEY (incident_id, risk_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_risk_risk ON incident_risk (risk_id);
CREATE TABLE incident_control (
  incident_id TEXT NOT NULL REFERENCES incident (id), control_id TEXT NOT NULL REFERENCES control (id),
  PRIMARY KEY (incident_id, control_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_control_control ON incident_control (control_id);
CREATE TABLE incident_action (
  incident_id TEXT NOT NULL REFERENCES incident (id), action_id TEXT NOT NULL REFERENCES action (id),
  PRIMARY KEY (incident_id, action_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_action_action ON incident_action (action_id);
CREATE TABLE incident_evidence (
  incident_id TEXT NOT NULL REFERENCES incident (id), evidence_id TEXT NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (incident_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_evidence_evidence ON incident_evidence (evidence_id);
CREATE TABLE enforcement_system (
  enforcement_id TEXT NOT NULL REFERENCES enforcement (id), system_id TEXT NOT NULL REFERENCES system (id),
  PRIMARY KEY (enforcement_id, system_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX enforcement_system_system ON enforcement_system (system_id);
CREATE TABLE enforcement_action (
  enforcement_id TEXT NOT NULL REFERENCES enforcement (id), action_id TEXT NOT NULL REFERENCES action (id),
  PRIMARY KEY (enforcement_id, action_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX enforcement_action_action ON enforcement_action (action_id);
CREATE TABLE enforcement_evidence (
  enforcement_id TEXT NOT NULL REFERENCES enforcement (id), evidence_id TEXT NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (enforcement_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX enforcement_evidence_evidence ON enforcement_evidence (evidence_id);
`,
} as const
