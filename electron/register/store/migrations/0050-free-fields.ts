/** Free fields of a system, by the company's own words. Never edited once released. */
export const freeFields = {
  version: 50,
  name: 'free-fields',
  sql: `
ALTER TABLE system ADD COLUMN free_fields TEXT NOT NULL DEFAULT '[]';
`,
} as const
