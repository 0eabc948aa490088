/** Uses of personal data, consents, what was found at checks, impact assessments, de-identification. Never edited once released. */
export const privacy = {
  version: 120,
  name: 'privacy',
  sql: `
ALTER TABLE organisation ADD COLUMN dpia_days INTEGER NOT NULL DEFAULT 90;
ALTER TABLE organisation ADD COLUMN deidentification_days INTEGER NOT NULL DEFAULT 60;

CREATE TABLE consent (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, wording_ja TEXT, wording_en TEXT, edition TEXT, "from" TEXT, "to" TEXT,
  channel TEXT, scope TEXT, withdrawal_way TEXT, notes TEXT
) STRICT;
CREATE INDEX consent_name ON consent (name_sort);
CREATE TABLE consent_evidence (
  consent_id TEXT NOT NULL REFERENCES consent (id), evidence_id TEXT NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (consent_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_evidence_evidence ON consent_evidence (evidence_id);

CREATE TABLE data_use (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, system_id TEXT NOT NULL REFERENCES system (id),
  personal TEXT NOT NULL CHECK (personal IN ('yes', 'no', 'unknown')),
  sensitive TEXT NOT NULL CHECK (sensitive IN ('yes', 'no', 'unknown')),
  under16 TEXT NOT NULL CHECK (under16 IN ('yes', 'no', 'unknown')),
  face_features TEXT NOT NULL CHECK (face_features IN ('yes', 'no', 'unknown')),
  other_biometrics TEXT NOT NULL CHECK (other_biometrics IN ('yes', 'no', 'unknown')),
  pseudonymised TEXT NOT NULL CHECK (pseudonymised IN ('yes', 'no', 'unknown')),
  anonymised TEXT NOT NULL CHECK (anonymised IN ('yes', 'no', 'unknown')),
  person_related TEXT NOT NULL CHECK (person_related IN ('yes', 'no', 'unknown')),
  subjects TEXT, sources TEXT, purpose_ja TEXT, purpose_en TEXT, notified_where TEXT, notified_on TEXT,
  basis TEXT CHECK (basis IN ('purpose', 'consent', 'exception', 'sensitive_consent', 'pseudonymised', 'anonymised',
    'statistics_exception', 'consent_exception')), basis_grounds TEXT, basis_on TEXT,
  planned_basis TEXT CHECK (planned_basis IN ('purpose', 'consent', 'exception', 'sensitive_consent', 'pseudonymised',
    'anonymised', 'statistics_exception', 'consent_exception')),
  handling TEXT CHECK (handling IN ('entrustment', 'third_party', 'not_handled')), handling_grounds TEXT,
  countries TEXT NOT NULL,
  cross_border_route TEXT CHECK (cross_border_route IN ('domestic', 'consent', 'equivalent_country', 'equivalent_system')),
  retention TEXT, input_rules TEXT,
  consent_covers TEXT NOT NULL CHECK (consent_covers IN ('yes', 'no', 'unknown')), consent_grounds TEXT, consent_on TEXT,
  agreement_fits TEXT NOT NULL CHECK (agreement_fits IN ('yes', 'no', 'unknown')), agreement_grounds TEXT, agreement_on TEXT,
  plans_statistics TEXT NOT NULL CHECK (plans_statistics IN ('yes', 'no', 'unknown')), wanted_on TEXT, next_review_on TEXT,
  notes TEXT
) STRICT;
CREATE INDEX data_use_name ON data_use (name_sort);
CREATE INDEX data_use_system ON data_use (system_id);
CREATE TABLE data_use_contract (
  data_use_id TEXT NOT NULL REFERENCES data_use (id), contract_id TEXT NOT NULL REFERENCES contract (id),
  PRIMARY KEY (data_use_id, contract_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE data_use_consent (
  data_use_id TEXT NOT NULL REFERENCES data_use (id), consent_id TEXT NOT NULL REFERENCES consent (id),
  PRIMARY KEY (data_use_id, consent_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX data_use_contract_contract ON data_use_contract (contract_id);
CREATE INDEX data_use_consent_consent ON data_use_consent (consent_id);

CREATE TABLE data_check (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  use_id TEXT NOT NULL REFERENCES data_use (id), check_id TEXT NOT NULL,
  finding TEXT NOT NULL CHECK (finding IN ('met', 'gap', 'not_applicable')), grounds TEXT,
  answered_by_id TEXT REFERENCES person (id), answered_on TEXT NOT NULL
) STRICT;
CREATE INDEX data_check_use ON data_check (use_id, check_id);
CREATE TABLE data_check_evidence (
  data_check_id TEXT NOT NULL REFERENCES data_check (id), evidence_id TEXT NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (data_check_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE data_check_action (
  data_check_id TEXT NOT NULL REFERENCES data_check (id), action_id TEXT NOT NULL REFERENCES action (id),
  PRIMARY KEY (data_check_id, action_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX data_check_evidence_evidence ON data_check_evidence (evidence_id);
CREATE INDEX data_check_action_action ON data_check_action (action_id);

CREATE TABLE dpia (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, system_id TEXT NOT NULL REFERENCES system (id),
  owner_id TEXT REFERENCES person (id), wanted_on TEXT, previous_id TEXT REFERENCES dpia (id),
  outcome TEXT CHECK (outcome IN ('required', 'not_required')), screening_reasons TEXT NOT NULL,
  screening_text TEXT, screening_on TEXT, screening_by_id TEXT REFERENCES person (id),
  description_text TEXT, description_on TEXT, description_by_id TEXT REFERENCES person (id),
  necessity_text TEXT, necessity_on TEXT, necessity_by_id TEXT REFERENCES person (id),
  risks_text TEXT, risks_on TEXT, risks_by_id TEXT REFERENCES person (id),
  measures_text TEXT, measures_on TEXT, measures_by_id TEXT REFERENCES person (id),
  consultation_text TEXT, consultation_on TEXT, consultation_by_id TEXT REFERENCES person (id),
  approver_post_id TEXT REFERENCES post (id), approver_id TEXT REFERENCES person (id), approved_on TEXT, approved_text TEXT,
  valid_until TEXT, screened_content TEXT, approved_content TEXT, notes TEXT
) STRICT;
CREATE INDEX dpia_name ON dpia (name_sort);
CREATE INDEX dpia_system ON dpia (system_id);
CREATE TABLE dpia_risk (
  dpia_id TEXT NOT NULL REFERENCES dpia (id), risk_id TEXT NOT NULL REFERENCES risk (id),
  PRIMARY KEY (dpia_id, risk_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE dpia_action (
  dpia_id TEXT NOT NULL REFERENCES dpia (id), action_id TEXT NOT NULL REFERENCES action (id),
  PRIMARY KEY (dpia_id, action_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dpia_risk_risk ON dpia_risk (risk_id);
CREATE INDEX dpia_action_action ON dpia_action (action_id);

CREATE TABLE deidentification (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, system_id TEXT NOT NULL REFERENCES system (id),
  use_id TEXT REFERENCES data_use (id),
  technique TEXT NOT NULL CHECK (technique IN ('pseudonymisation', 'anonymisation', 'aggregation', 'masking', 'k_anonymity',
    'differential_privacy', 'synthetic_data', 'other')), parameters TEXT, done_on TEXT,
  tester_id TEXT REFERENCES person (id), tested_by TEXT, test_method TEXT, tested_on TEXT,
  residual TEXT NOT NULL CHECK (residual IN ('unknown', 'low', 'medium', 'high')), residual_text TEXT, notes TEXT
) STRICT;
CREATE INDEX deidentification_name ON deidentification (name_sort);
CREATE INDEX deidentification_system ON deidentification (system_id);
CREATE TABLE deidentification_evidence (
  deidentification_id TEXT NOT NULL REFERENCES deidentification (id), evidence_id TEXT NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (deidentification_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX deidentification_evidence_evidence ON deidentification_evidence (evidence_id);
`,
} as const
