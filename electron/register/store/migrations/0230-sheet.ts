/** Which sheet of a workbook an import read. Never edited once released. */
export const sheet = {
  version: 230,
  name: 'sheet',
  sql: `
ALTER TABLE import_run ADD COLUMN sheet TEXT;
`,
}
