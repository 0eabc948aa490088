/** Of several versions the one in force on a day: the latest begun. */
import { holdsOn, type Day } from '#shared/domain/calendar-date.ts'

interface Version {
  readonly from: Day
  readonly to: Day | null
}

export function inForce<Row extends Version>(rows: readonly Row[], day: Day): Row | null {
  let found: Row | null = null
  for (const row of rows) if (holdsOn(row, day) && (found === null || row.from >= found.from)) found = row
  return found
}
