/** What boards are asked and decide, that nothing is asked, their calendar, and who prepares what by when. Never edited once released. */
export const decisions = {
  version: 150,
  name: 'decision',
  sql: `
CREATE TABLE meeting (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  body TEXT NOT NULL CHECK (body IN ('board', 'audit_committee', 'audit_board', 'executive_committee', 'risk_committee', 'other')),
  "on" TEXT NOT NULL, pack_deadline TEXT, pack_id TEXT REFERENCES pack (id), notes TEXT
) STRICT;
CREATE INDEX meeting_name ON meeting (name_sort);
CREATE TABLE preparation (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  meeting_id TEXT NOT NULL REFERENCES meeting (id), name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  post_id TEXT REFERENCES post (id), due_on TEXT, done_on TEXT, done_by_id TEXT REFERENCES person (id)
) STRICT;
CREATE INDEX preparation_meeting ON preparation (meeting_id);
CREATE TABLE decision (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('resolution', 'discussion', 'report')),
  body TEXT NOT NULL CHECK (body IN ('board', 'audit_committee', 'audit_board', 'executive_committee', 'risk_committee', 'other')),
  ask_ja TEXT, ask_en TEXT, options TEXT NOT NULL, recommendation_ja TEXT, recommendation_en TEXT,
  delay_consequence_ja TEXT, delay_consequence_en TEXT, owner_post_id TEXT REFERENCES post (id),
  owner_id TEXT REFERENCES person (id), due_on TEXT, meeting_id TEXT REFERENCES meeting (id),
  pack_id TEXT REFERENCES pack (id), state TEXT NOT NULL CHECK (state IN ('requested', 'deferred', 'decided')),
  kri_ids TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('approved', 'conditional', 'option', 'rejected', 'noted', 'deferred')),
  chosen_option TEXT, outcome_text TEXT, conditions TEXT, decided_on TEXT, minutes_reference TEXT, ringi_number TEXT,
  follow_through TEXT CHECK (follow_through IN ('not_started', 'in_progress', 'implemented', 'not_needed')),
  follow_through_text TEXT, followed_on TEXT, implemented_on TEXT, slips TEXT NOT NULL, deferrals TEXT NOT NULL, notes TEXT
) STRICT;
CREATE INDEX decision_name ON decision (name_sort);
CREATE INDEX decision_meeting ON decision (meeting_id);
CREATE INDEX decision_pack ON decision (pack_id);
CREATE TABLE no_decision (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  pack_id TEXT REFERENCES pack (id), person_id TEXT NOT NULL REFERENCES person (id), "on" TEXT NOT NULL, note TEXT
) STRICT;
CREATE INDEX no_decision_pack ON no_decision (pack_id);
CREATE TABLE meeting_attendee (
  meeting_id TEXT NOT NULL REFERENCES meeting (id), post_id TEXT NOT NULL REFERENCES post (id),
  PRIMARY KEY (meeting_id, post_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_attendee_post ON meeting_attendee (post_id);
CREATE TABLE decision_system (
  decision_id TEXT NOT NULL REFERENCES decision (id), system_id TEXT NOT NULL REFERENCES system (id),
  PRIMARY KEY (decision_id, system_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_system_system ON decision_system (system_id);
CREATE TABLE decision_risk (
  decision_id TEXT NOT NULL REFERENCES decision (id), risk_id TEXT NOT NULL REFERENCES risk (id),
  PRIMARY KEY (decision_id, risk_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_risk_risk ON decision_risk (risk_id);
CREATE TABLE decision_control (
  decision_id TEXT NOT NULL REFERENCES decision (id), control_id TEXT NOT NULL REFERENCES control (id),
  PRIMARY KEY (decision_id, control_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_control_control ON decision_control (control_id);
CREATE TABLE decision_acceptance (
  decision_id TEXT NOT NULL REFERENCES decision (id), acceptance_id TEXT NOT NULL REFERENCES acceptance (id),
  PRIMARY KEY (decision_id, acceptance_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_acceptance_acceptance ON decision_acceptance (acceptance_id);
CREATE TABLE decision_contract (
  decision_id TEXT NOT NULL REFERENCES decision (id), contract_id TEXT NOT NULL REFERENCES contract (id),
  PRIMARY KEY (decision_id, contract_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_contract_contract ON decision_contract (contract_id);
CREATE TABLE decision_finding (
  decision_id TEXT NOT NULL REFERENCES decision (id), finding_id TEXT NOT NULL REFERENCES finding (id),
  PRIMARY KEY (decision_id, finding_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_finding_finding ON decision_finding (finding_id);
CREATE TABLE decision_incident (
  decision_id TEXT NOT NULL REFERENCES decision (id), incident_id TEXT NOT NULL REFERENCES incident (id),
  PRIMARY KEY (decision_id, incident_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_incident_incident ON decision_incident (incident_id);
CREATE TABLE decision_action (
  decision_id TEXT NOT NULL REFERENCES decision (id), action_id TEXT NOT NULL REFERENCES action (id),
  PRIMARY KEY (decision_id, action_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_action_action ON decision_action (action_id);
CREATE TABLE decision_evidence (
  decision_id TEXT NOT NULL REFERENCES decision (id), evidence_id TEXT NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (decision_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_evidence_evidence ON decision_evidence (evidence_id);
`,
} as const
