/** Which owners were asked about their systems, when, and whether they have answered. Never edited once released. */
export const ownerRequests = {
  version: 270,
  name: 'owner request',
  sql: `
CREATE TABLE owner_request (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, withdrawn_on TEXT, withdrawn_reason TEXT,
  person_id TEXT NOT NULL REFERENCES person (id), issued_on TEXT NOT NULL, answer_by TEXT,
  systems INTEGER NOT NULL, questions INTEGER NOT NULL, answered_on TEXT
) STRICT;
CREATE INDEX owner_request_person ON owner_request (person_id);
`,
} as const
