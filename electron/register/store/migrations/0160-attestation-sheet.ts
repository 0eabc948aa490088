/** Confirmations of all that a post answers for, with what was confirmed, and the campaigns that ask for them. Never edited once released. */
export const attestationSheets = {
  version: 160,
  name: 'attestation sheet',
  sql: `
CREATE TABLE attestation_campaign (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, "from" TEXT NOT NULL, due_on TEXT NOT NULL, notes TEXT
) STRICT;
CREATE TABLE attestation_campaign_post (
  attestation_campaign_id TEXT NOT NULL REFERENCES attestation_campaign (id), post_id TEXT NOT NULL REFERENCES post (id),
  PRIMARY KEY (attestation_campaign_id, post_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attestation_campaign_post_post ON attestation_campaign_post (post_id);
CREATE TABLE attestation_sheet (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  post_id TEXT NOT NULL REFERENCES post (id), person_id TEXT NOT NULL REFERENCES person (id),
  campaign_id TEXT REFERENCES attestation_campaign (id), "on" TEXT NOT NULL, typed_name TEXT NOT NULL,
  statement TEXT NOT NULL, content TEXT NOT NULL, content_digest TEXT NOT NULL, note TEXT
) STRICT;
CREATE INDEX attestation_sheet_post ON attestation_sheet (post_id);
`,
} as const
