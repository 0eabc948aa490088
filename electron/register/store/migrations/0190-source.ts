/** What a risk or a control was made from. Never edited once released. */
export const sources = {
  version: 190,
  name: 'source',
  sql: `
ALTER TABLE risk ADD COLUMN source_key TEXT;
ALTER TABLE control ADD COLUMN source_key TEXT;
`,
}
