/** Vendors, what they supply, AI contracts and their readings, and the sectors of units. Never edited once released. */
export const thirdParty = {
  version: 100,
  name: 'third-party',
  sql: `
ALTER TABLE unit ADD COLUMN sectors TEXT NOT NULL DEFAULT '[]';

CREATE TABLE vendor (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, reading TEXT, country TEXT, "group" TEXT,
  contacts TEXT NOT NULL, sub_processors TEXT NOT NULL, tier TEXT CHECK (tier IN ('high', 'medium', 'low')),
  owner_post_id TEXT REFERENCES post (id), owner_id TEXT REFERENCES person (id),
  review_months INTEGER, next_review_on TEXT,
  security TEXT NOT NULL CHECK (security IN ('unknown', 'sound', 'concern', 'poor')), security_on TEXT,
  finance TEXT NOT NULL CHECK (finance IN ('unknown', 'sound', 'concern', 'poor')), finance_on TEXT,
  notes TEXT
) STRICT;
CREATE INDEX vendor_name ON vendor (name_sort);
CREATE TABLE vendor_security_evidence (
  vendor_id TEXT NOT NULL REFERENCES vendor (id), evidence_id TEXT NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (vendor_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE vendor_finance_evidence (
  vendor_id TEXT NOT NULL REFERENCES vendor (id), evidence_id TEXT NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (vendor_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX vendor_security_evidence_evidence ON vendor_security_evidence (evidence_id);
CREATE INDEX vendor_finance_evidence_evidence ON vendor_finance_evidence (evidence_id);

CREATE TABLE supply (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  vendor_id TEXT NOT NULL REFERENCES vendor (id), system_id TEXT NOT NULL REFERENCES system (id),
  kinds TEXT NOT NULL, product TEXT, "from" TEXT, "to" TEXT
) STRICT;
CREATE INDEX supply_vendor ON supply (vendor_id);
CREATE INDEX supply_system ON supply (system_id);

CREATE TABLE vendor_answer (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  vendor_id TEXT NOT NULL REFERENCES vendor (id), point_id TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'partly', 'no', 'not_applicable', 'unknown')), text TEXT,
  source TEXT NOT NULL CHECK (source IN ('vendor', 'company')), answered_on TEXT,
  taken_by_id TEXT REFERENCES person (id), taken_on TEXT NOT NULL
) STRICT;
CREATE INDEX vendor_answer_vendor ON vendor_answer (vendor_id, point_id);
CREATE TABLE vendor_answer_evidence (
  vendor_answer_id TEXT NOT NULL REFERENCES vendor_answer (id), evidence_id TEXT NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (vendor_answer_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX vendor_answer_evidence_evidence ON vendor_answer_evidence (evidence_id);

CREATE TABLE contract (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  vendor_id TEXT NOT NULL REFERENCES vendor (id), type TEXT CHECK (type IN ('CT-1', 'CT-2', 'CT-3')),
  provision TEXT CHECK (provision IN ('system', 'service')), duty TEXT CHECK (duty IN ('work', 'mandate', 'terms_of_use')),
  stage TEXT NOT NULL CHECK (stage IN ('negotiating', 'concluded')), company_roles TEXT NOT NULL, vendor_roles TEXT NOT NULL,
  signed_on TEXT, "from" TEXT, "to" TEXT, renews TEXT NOT NULL CHECK (renews IN ('yes', 'no', 'unknown')),
  renewal_months INTEGER, notice_months INTEGER, terminated_on TEXT, governing_law TEXT, court TEXT,
  value_band TEXT CHECK (value_band IN ('free', 'under_1m', 'under_10m', 'under_100m', 'over_100m')),
  owner_post_id TEXT REFERENCES post (id), owner_id TEXT REFERENCES person (id),
  legal_reviewer_id TEXT REFERENCES person (id),
  personal_data TEXT NOT NULL CHECK (personal_data IN ('yes', 'no', 'unknown')),
  secret_data TEXT NOT NULL CHECK (secret_data IN ('yes', 'no', 'unknown')),
  data_basis TEXT CHECK (data_basis IN ('entrustment', 'third_party', 'not_handled')), data_basis_grounds TEXT,
  data_countries TEXT NOT NULL,
  cross_border_route TEXT CHECK (cross_border_route IN ('domestic', 'consent', 'equivalent_country', 'equivalent_system')),
  selected_on TEXT, agreed_on TEXT, checked_on TEXT, supervision_notes TEXT, next_review_on TEXT, notes TEXT
) STRICT;
CREATE INDEX contract_name ON contract (name_sort);
CREATE INDEX contract_vendor ON contract (vendor_id);
CREATE TABLE contract_system (
  contract_id TEXT NOT NULL REFERENCES contract (id), system_id TEXT NOT NULL REFERENCES system (id),
  PRIMARY KEY (contract_id, system_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE contract_evidence (
  contract_id TEXT NOT NULL REFERENCES contract (id), evidence_id TEXT NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (contract_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contract_system_system ON contract_system (system_id);
CREATE INDEX contract_evidence_evidence ON contract_evidence (evidence_id);

CREATE TABLE contract_reading (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  contract_id TEXT NOT NULL REFERENCES contract (id), edition TEXT, started_on TEXT NOT NULL, completed_on TEXT,
  reader_id TEXT REFERENCES person (id), previous_id TEXT REFERENCES contract_reading (id), points_version TEXT NOT NULL,
  training_use TEXT NOT NULL CHECK (training_use IN
    ('unknown', 'never', 'only_with_consent', 'opted_out', 'opt_out_open', 'allowed')),
  liability_cap TEXT NOT NULL CHECK (liability_cap IN ('unknown', 'none', 'months_of_fees', 'amount', 'excluded')),
  liability_cap_value REAL, incident_notice_hours INTEGER, notes TEXT
) STRICT;
CREATE INDEX contract_reading_contract ON contract_reading (contract_id, started_on);

CREATE TABLE point_answer (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  reading_id TEXT NOT NULL REFERENCES contract_reading (id), point_id TEXT NOT NULL,
  finding TEXT NOT NULL CHECK (finding IN ('in_order', 'needs_change', 'risk_accepted', 'not_applicable')),
  carried_over TEXT NOT NULL CHECK (carried_over IN ('true', 'false')),
  clause TEXT, quotation TEXT, reason TEXT, position TEXT, agreed_text TEXT,
  owner_post_id TEXT REFERENCES post (id), owner_id TEXT REFERENCES person (id), due_on TEXT,
  accepter_id TEXT REFERENCES person (id), accepted_until TEXT
) STRICT;
CREATE INDEX point_answer_reading ON point_answer (reading_id, point_id);
CREATE TABLE point_answer_risk (
  point_answer_id TEXT NOT NULL REFERENCES point_answer (id), risk_id TEXT NOT NULL REFERENCES risk (id),
  PRIMARY KEY (point_answer_id, risk_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE point_answer_action (
  point_answer_id TEXT NOT NULL REFERENCES point_answer (id), action_id TEXT NOT NULL REFERENCES action (id),
  PRIMARY KEY (point_answer_id, action_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX point_answer_risk_risk ON point_answer_risk (risk_id);
CREATE INDEX point_answer_action_action ON point_answer_action (action_id);

CREATE TABLE check_point (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  subject TEXT NOT NULL CHECK (subject IN ('contract', 'vendor')), replaces TEXT,
  element TEXT NOT NULL CHECK (element IN ('input', 'input_result', 'output', 'output_result', 'general')),
  head TEXT NOT NULL CHECK (head IN ('identification', 'provision', 'use', 'provision_outside', 'rights', 'none')),
  types TEXT NOT NULL, weight TEXT NOT NULL, matter TEXT CHECK (matter IN ('due_diligence', 'liability', 'purpose')),
  sectors TEXT NOT NULL, "from" TEXT, "to" TEXT, notes TEXT
) STRICT;
CREATE INDEX check_point_name ON check_point (name_sort);
`,
} as const
