/** The first schema: records, links, the log, snapshots, search. Never edited once released: its hash is kept in the file. */
export const first = {
  version: 10,
  name: 'first',
  sql: `
CREATE TABLE schema_step (
  version INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE organisation (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL CHECK (version >= 1), withdrawn_on TEXT, withdrawn_reason TEXT,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  register_id TEXT NOT NULL, origin_register_id TEXT NOT NULL, parent_register_id TEXT, entity_code TEXT,
  fiscal_start_month INTEGER NOT NULL CHECK (fiscal_start_month BETWEEN 1 AND 12), language TEXT NOT NULL,
  time_zone TEXT NOT NULL, classification TEXT NOT NULL, sample_day TEXT
) STRICT;

CREATE TABLE unit (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, reading TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('legal_entity', 'division')),
  parent_id TEXT REFERENCES unit (id), "from" TEXT, "to" TEXT, successor_id TEXT REFERENCES unit (id)
) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, reading TEXT, email TEXT, unit_id TEXT REFERENCES unit (id)
) STRICT;

CREATE TABLE post (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('board', 'committee', 'executive', 'officer', 'owner')),
  unit_id TEXT REFERENCES unit (id), reports_to_id TEXT REFERENCES post (id), overseen_by_id TEXT REFERENCES post (id),
  "from" TEXT, "to" TEXT
) STRICT;

CREATE TABLE term (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  post_id TEXT NOT NULL REFERENCES post (id), person_id TEXT NOT NULL REFERENCES person (id),
  capacity TEXT NOT NULL CHECK (capacity IN ('holder', 'deputy')), "from" TEXT NOT NULL, "to" TEXT
) STRICT;
CREATE INDEX term_post ON term (post_id);
CREATE INDEX term_person ON term (person_id);

CREATE TABLE scale (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  "from" TEXT NOT NULL, "to" TEXT, likelihood_labels TEXT NOT NULL, likelihood_ranges TEXT NOT NULL,
  impact_labels TEXT NOT NULL, dimension_notes TEXT NOT NULL, band_table TEXT NOT NULL CHECK (length(band_table) = 25),
  approver_person_id TEXT REFERENCES person (id), approved_on TEXT
) STRICT;

CREATE TABLE appetite (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  category TEXT NOT NULL, appetite TEXT NOT NULL CHECK (appetite IN ('low', 'moderate', 'high', 'severe')),
  tolerance TEXT NOT NULL CHECK (tolerance IN ('low', 'moderate', 'high', 'severe')),
  statement_ja TEXT, statement_en TEXT, "from" TEXT NOT NULL, "to" TEXT,
  approver_person_id TEXT REFERENCES person (id), approved_on TEXT
) STRICT;

CREATE TABLE threshold (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  kri TEXT NOT NULL, appetite REAL NOT NULL, tolerance REAL NOT NULL, "from" TEXT NOT NULL, "to" TEXT,
  approver_person_id TEXT REFERENCES person (id), approved_on TEXT
) STRICT;

CREATE TABLE import_run (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  file_name TEXT NOT NULL, sha256 TEXT NOT NULL, encoding TEXT NOT NULL, header_row INTEGER NOT NULL,
  mapping TEXT NOT NULL, counts TEXT NOT NULL
) STRICT;

CREATE TABLE system (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, reading TEXT, purpose_ja TEXT, purpose_en TEXT,
  unit_id TEXT REFERENCES unit (id),
  lifecycle TEXT NOT NULL CHECK (lifecycle IN
    ('unknown', 'proposed', 'development', 'pilot', 'production', 'suspended', 'retired')),
  kind TEXT, roles TEXT NOT NULL, model TEXT, vendor TEXT, contract TEXT, autonomy TEXT,
  human_oversight_ja TEXT, human_oversight_en TEXT, affected_ja TEXT, affected_en TEXT,
  tier TEXT CHECK (tier IN ('high', 'medium', 'low')),
  personal_data TEXT NOT NULL CHECK (personal_data IN ('yes', 'no', 'unknown')),
  jurisdictions TEXT NOT NULL, go_live_on TEXT, next_review_on TEXT, notes TEXT, source_key TEXT,
  source_notes TEXT NOT NULL, import_id TEXT REFERENCES import_run (id)
) STRICT;
CREATE INDEX system_name ON system (name_sort);
CREATE INDEX system_lifecycle ON system (lifecycle);
CREATE INDEX system_review ON system (next_review_on);
CREATE INDEX system_source ON system (source_key) WHERE source_key IS NOT NULL;

CREATE TABLE system_dependency (
  system_id TEXT NOT NULL REFERENCES system (id), depends_on_id TEXT NOT NULL REFERENCES system (id),
  PRIMARY KEY (system_id, depends_on_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  role TEXT NOT NULL CHECK (role IN ('accountable_executive', 'system_owner', 'risk_owner', 'control_owner')),
  subject TEXT NOT NULL CHECK (subject IN ('system', 'risk', 'control')), subject_id TEXT NOT NULL,
  post_id TEXT REFERENCES post (id), person_id TEXT REFERENCES person (id), "from" TEXT, "to" TEXT,
  CHECK ((post_id IS NULL) <> (person_id IS NULL))
) STRICT;
CREATE INDEX assignment_subject ON assignment (subject_id, role);
CREATE INDEX assignment_post ON assignment (post_id);
CREATE INDEX assignment_person ON assignment (person_id);

CREATE TABLE attestation (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  system_id TEXT NOT NULL REFERENCES system (id), post_id TEXT NOT NULL REFERENCES post (id),
  person_id TEXT NOT NULL REFERENCES person (id), "on" TEXT NOT NULL, note TEXT
) STRICT;
CREATE INDEX attestation_system ON attestation (system_id);

CREATE TABLE risk (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, cause_ja TEXT, cause_en TEXT, event_ja TEXT, event_en TEXT,
  consequence_ja TEXT, consequence_en TEXT, category TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'closed')), closed_on TEXT, closed_reason TEXT, treatment TEXT,
  identified_on TEXT, next_review_on TEXT, target_on TEXT, notes TEXT
) STRICT;
CREATE INDEX risk_name ON risk (name_sort);

CREATE TABLE risk_system (
  risk_id TEXT NOT NULL REFERENCES risk (id), system_id TEXT NOT NULL REFERENCES system (id),
  PRIMARY KEY (risk_id, system_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX risk_system_system ON risk_system (system_id);

CREATE TABLE assessment (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  risk_id TEXT NOT NULL REFERENCES risk (id), stage TEXT NOT NULL CHECK (stage IN ('inherent', 'residual', 'target')),
  likelihood INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 5), impacts TEXT NOT NULL,
  impact INTEGER NOT NULL CHECK (impact BETWEEN 1 AND 5), scale_id TEXT NOT NULL REFERENCES scale (id),
  assessor_id TEXT REFERENCES person (id), "on" TEXT NOT NULL, confidence TEXT, rationale TEXT
) STRICT;
CREATE INDEX assessment_risk ON assessment (risk_id);

CREATE TABLE acceptance (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('acceptance', 'exception')),
  subject TEXT NOT NULL CHECK (subject IN ('risk', 'control')), subject_id TEXT NOT NULL,
  post_id TEXT NOT NULL REFERENCES post (id), person_id TEXT NOT NULL REFERENCES person (id),
  "from" TEXT NOT NULL, "to" TEXT NOT NULL, ended_on TEXT, ended_reason TEXT, reason TEXT NOT NULL,
  renews_id TEXT REFERENCES acceptance (id), likelihood INTEGER, impact INTEGER, frozen TEXT NOT NULL
) STRICT;
CREATE INDEX acceptance_subject ON acceptance (subject_id);

CREATE TABLE control (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, description_ja TEXT, description_en TEXT,
  domain TEXT NOT NULL CHECK (domain IN ('organisation', 'data', 'model', 'security', 'people')),
  weight TEXT NOT NULL CHECK (weight IN ('key', 'supporting', 'minor')),
  design TEXT NOT NULL CHECK (design IN ('unknown', 'none', 'planned', 'partial', 'in_place')),
  not_applicable TEXT, next_review_on TEXT, notes TEXT
) STRICT;
CREATE INDEX control_name ON control (name_sort);

CREATE TABLE control_risk (
  control_id TEXT NOT NULL REFERENCES control (id), risk_id TEXT NOT NULL REFERENCES risk (id),
  PRIMARY KEY (control_id, risk_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX control_risk_risk ON control_risk (risk_id);

CREATE TABLE control_system (
  control_id TEXT NOT NULL REFERENCES control (id), system_id TEXT NOT NULL REFERENCES system (id),
  PRIMARY KEY (control_id, system_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX control_system_system ON control_system (system_id);

CREATE TABLE control_test (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  control_id TEXT NOT NULL REFERENCES control (id), "on" TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('effective', 'ineffective')), valid_until TEXT NOT NULL,
  tester_id TEXT REFERENCES person (id), note TEXT
) STRICT;
CREATE INDEX control_test_control ON control_test (control_id);

CREATE TABLE evidence (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, kind TEXT NOT NULL, location TEXT, obtained_on TEXT,
  valid_until TEXT, notes TEXT
) STRICT;

CREATE TABLE evidence_control (
  evidence_id TEXT NOT NULL REFERENCES evidence (id), control_id TEXT NOT NULL REFERENCES control (id),
  PRIMARY KEY (evidence_id, control_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_control_control ON evidence_control (control_id);

CREATE TABLE action (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, description_ja TEXT, description_en TEXT,
  owner_id TEXT REFERENCES person (id), due_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'verified')), done_on TEXT, verified_on TEXT,
  verifier_id TEXT REFERENCES person (id), slips TEXT NOT NULL, notes TEXT
) STRICT;
CREATE INDEX action_due ON action (due_on);

CREATE TABLE action_system (
  action_id TEXT NOT NULL REFERENCES action (id), system_id TEXT NOT NULL REFERENCES system (id),
  PRIMARY KEY (action_id, system_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE action_risk (
  action_id TEXT NOT NULL REFERENCES action (id), risk_id TEXT NOT NULL REFERENCES risk (id),
  PRIMARY KEY (action_id, risk_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE action_control (
  action_id TEXT NOT NULL REFERENCES action (id), control_id TEXT NOT NULL REFERENCES control (id),
  PRIMARY KEY (action_id, control_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX action_system_system ON action_system (system_id);
CREATE INDEX action_risk_risk ON action_risk (risk_id);
CREATE INDEX action_control_control ON action_control (control_id);

CREATE TABLE snapshot (digest TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;

CREATE TABLE pack (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  title TEXT, as_of TEXT NOT NULL, cut_off TEXT NOT NULL, locked_at TEXT NOT NULL,
  data_digest TEXT NOT NULL REFERENCES snapshot (digest), audit_head TEXT NOT NULL, audit_sequence INTEGER NOT NULL,
  previous_pack_id TEXT REFERENCES pack (id), previous_digest TEXT, schema_version INTEGER NOT NULL
) STRICT;
CREATE TRIGGER snapshot_never_changes BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'a snapshot never changes'); END;
CREATE TRIGGER snapshot_never_goes BEFORE DELETE ON snapshot
BEGIN SELECT RAISE(ABORT, 'a snapshot is never deleted'); END;

CREATE TABLE audit_event (
  sequence INTEGER PRIMARY KEY, transaction_sequence INTEGER NOT NULL, at TEXT NOT NULL, account TEXT NOT NULL,
  machine TEXT NOT NULL, person_id TEXT, operation TEXT NOT NULL, noun TEXT NOT NULL, record_id TEXT NOT NULL,
  reason TEXT, payload TEXT, payload_digest TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_event_record ON audit_event (record_id);
CREATE TRIGGER audit_event_never_changes BEFORE UPDATE ON audit_event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER audit_event_never_goes BEFORE DELETE ON audit_event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL, hash TEXT NOT NULL
) STRICT;

CREATE TABLE search_entry (
  rowid INTEGER PRIMARY KEY, noun TEXT NOT NULL, record_id TEXT NOT NULL UNIQUE, "key" TEXT NOT NULL
) STRICT;
CREATE INDEX search_entry_noun ON search_entry (noun);
CREATE VIRTUAL TABLE search_index USING fts5 ("key", content='search_entry', content_rowid='rowid', tokenize='trigram');

CREATE TABLE lease (
  id INTEGER PRIMARY KEY CHECK (id = 1), holder TEXT NOT NULL, account TEXT NOT NULL, machine TEXT NOT NULL,
  process_id INTEGER NOT NULL, since TEXT NOT NULL, heartbeat TEXT NOT NULL
) STRICT;

CREATE TABLE saved_view (
  id TEXT PRIMARY KEY, noun TEXT NOT NULL, name TEXT NOT NULL, view TEXT NOT NULL
) STRICT;
`,
} as const
