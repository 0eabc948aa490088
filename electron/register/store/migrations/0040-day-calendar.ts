/** Whether Japanese screens also say days in the Japanese calendar. Never edited once released. */
export const dayCalendar = {
  version: 40,
  name: 'day-calendar',
  sql: `
ALTER TABLE organisation ADD COLUMN day_calendar TEXT NOT NULL DEFAULT 'gregorian'
  CHECK (day_calendar IN ('gregorian', 'japanese'));
`,
} as const
