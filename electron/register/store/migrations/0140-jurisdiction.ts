/** How the rules of each jurisdiction bear on a system, the immediate priorities with who sees to them, and the outward account. Never edited once released. */
export const jurisdictions = {
  version: 140,
  name: 'jurisdiction',
  sql: `
CREATE TABLE jurisdiction_profile (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  system_id TEXT NOT NULL REFERENCES system (id), jurisdiction TEXT NOT NULL,
  in_scope TEXT NOT NULL CHECK (in_scope IN ('yes', 'no', 'unknown')), scope_reason_ja TEXT, scope_reason_en TEXT,
  eu_grounds TEXT NOT NULL, eu_roles TEXT NOT NULL, eu_tiers TEXT NOT NULL,
  eu_annex TEXT CHECK (eu_annex IN ('annex_i', 'annex_iii')), guidance TEXT NOT NULL, meaning_ja TEXT, meaning_en TEXT,
  owner_id TEXT REFERENCES person (id), judged_by_id TEXT REFERENCES person (id), judged_on TEXT, next_review_on TEXT,
  notes TEXT
) STRICT;
CREATE INDEX jurisdiction_profile_system ON jurisdiction_profile (system_id);
CREATE TABLE outward_account (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT, code TEXT NOT NULL UNIQUE,
  name_ja TEXT, name_en TEXT, name_sort TEXT NOT NULL, edition TEXT, preface_ja TEXT, preface_en TEXT,
  statement1_ja TEXT, statement1_en TEXT, statement2_ja TEXT, statement2_en TEXT, statement3_ja TEXT, statement3_en TEXT,
  statement4_ja TEXT, statement4_en TEXT, statement5_ja TEXT, statement5_en TEXT, statement6_ja TEXT, statement6_en TEXT,
  statement7_ja TEXT, statement7_en TEXT, statement8_ja TEXT, statement8_en TEXT, statement9_ja TEXT, statement9_en TEXT,
  statement10_ja TEXT, statement10_en TEXT, contact_ja TEXT, contact_en TEXT, for_publication TEXT NOT NULL,
  reviewer_post_id TEXT REFERENCES post (id), reviewed_on TEXT, reviewed_text TEXT, reviewed_content TEXT,
  approver_post_id TEXT REFERENCES post (id), approved_on TEXT, approved_text TEXT, approved_content TEXT,
  published_on TEXT, published_where TEXT, notes TEXT
) STRICT;
CREATE INDEX outward_account_name ON outward_account (name_sort);
CREATE TABLE readiness_item (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  item TEXT NOT NULL CHECK (item IN ('reviews', 'agreements', 'contracts', 'accountability', 'dpia', 'account')),
  owner_post_id TEXT REFERENCES post (id), due_on TEXT, notes TEXT
) STRICT;
`,
} as const
