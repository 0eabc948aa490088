/** Due days that move, each time with a reason that is kept: the same for every noun that has them. */
import type { Day } from '#shared/domain/calendar-date.ts'
import type { Slip } from '#shared/domain/due-day.ts'
import { Problem } from '#shared/domain/problem.ts'

interface Due {
  readonly code: string
  readonly dueOn: Day | null
  readonly slips: readonly Slip[]
}

/** WRONG_STATE where it is that day already. */
export function movedDue(
  record: Due,
  { to, on, reason }: { readonly to: Day; readonly on: Day; readonly reason: string },
): { dueOn: Day; slips: Slip[] } {
  if (record.dueOn === to) throw new Problem('WRONG_STATE', { code: record.code, state: to })
  return { dueOn: to, slips: [...record.slips, { from: record.dueOn, to, on, reason }] }
}

/** INVALID where a day on which something was done has not come yet. */
export function assertNotAhead(
  noun: string,
  field: string,
  { on, today }: { readonly on: Day; readonly today: Day },
): void {
  if (on > today) throw new Problem('INVALID', { noun, field, issue: 'IN_FUTURE' })
}
