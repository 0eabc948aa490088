/** Merges with other registers, the logs that they kept, and what was decided of each record. Never edited once released. */
export const merges = {
  version: 210,
  name: 'merge',
  sql: `
CREATE TABLE merge_run (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL,
  register_id TEXT NOT NULL, relation TEXT NOT NULL CHECK (relation IN ('copy', 'other')), file_name TEXT NOT NULL,
  "on" TEXT NOT NULL, entity_unit_id TEXT REFERENCES unit (id), head_sequence INTEGER NOT NULL, head_hash TEXT NOT NULL,
  head_at TEXT, base_run_id TEXT REFERENCES merge_run (id), base_sequence INTEGER NOT NULL, added INTEGER NOT NULL,
  changed INTEGER NOT NULL, apart INTEGER NOT NULL, entries_digest TEXT NOT NULL
) STRICT;

CREATE TABLE merge_event (
  run_id TEXT NOT NULL, sequence INTEGER NOT NULL, transaction_sequence INTEGER NOT NULL, at TEXT NOT NULL,
  account TEXT NOT NULL, machine TEXT NOT NULL, person_id TEXT, operation TEXT NOT NULL, noun TEXT NOT NULL,
  record_id TEXT NOT NULL, reason TEXT, payload TEXT, payload_digest TEXT NOT NULL, previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL, reverses INTEGER, PRIMARY KEY (run_id, sequence)
) STRICT;
CREATE INDEX merge_event_record ON merge_event (record_id);
CREATE TRIGGER merge_event_never_changes BEFORE UPDATE ON merge_event
BEGIN SELECT RAISE(ABORT, 'a kept log is append-only'); END;
CREATE TRIGGER merge_event_never_goes BEFORE DELETE ON merge_event
BEGIN SELECT RAISE(ABORT, 'a kept log is append-only'); END;

CREATE TABLE merge_entry (
  run_id TEXT NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, noun TEXT NOT NULL, their_id TEXT NOT NULL,
  their_code TEXT, our_id TEXT, detail TEXT, PRIMARY KEY (run_id, position)
) STRICT;
CREATE INDEX merge_entry_ours ON merge_entry (our_id);
CREATE TRIGGER merge_entry_never_changes BEFORE UPDATE ON merge_entry
BEGIN SELECT RAISE(ABORT, 'what was decided in a merge is append-only'); END;
CREATE TRIGGER merge_entry_never_goes BEFORE DELETE ON merge_entry
BEGIN SELECT RAISE(ABORT, 'what was decided in a merge is append-only'); END;
`,
} as const
