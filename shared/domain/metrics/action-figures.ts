/** K12, K13, K14: actions past their day, how long, and how often the day was moved. */
import type { Day } from '../calendar-date.ts'
import { daysPast, dueOnDay } from '../due-day.ts'
import type { ActionFacts } from './figure-input.ts'
import type { Count } from './kris.ts'
import type { RegisterOn } from './register-on.ts'

export const ageBuckets = ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90', 'withoutDueDate'] as const
export type AgeBucket = (typeof ageBuckets)[number]

/** An action that was not verified on the day. */
export interface OpenAction {
  readonly action: ActionFacts
  /** The due day as it stood on the day: a move recorded for a later day had not happened. */
  readonly dueOn: Day | null
  /** Calendar days past the due day; 0 where it is not past or not set. */
  readonly daysOverdue: number
  readonly bucket: AgeBucket
  /** How often the due day was moved later by the day. */
  readonly slips: number
}

export function openActionsOn(on: RegisterOn): readonly OpenAction[] {
  return on.actions
    .filter((action) => !isVerified(action, on.asOf))
    .map((action) => {
      const dueOn = dueOnDay(action, on.asOf)
      const daysOverdue = daysPast(dueOn, on.asOf)
      const slips = action.slips.filter(
        (slip) => slip.on <= on.asOf && slip.from !== null && slip.to > slip.from,
      ).length
      return { action, dueOn, daysOverdue, bucket: bucketOf(dueOn, daysOverdue), slips }
    })
}

function isVerified(action: ActionFacts, day: Day): boolean {
  return action.state === 'verified' && (action.verifiedOn === null || action.verifiedOn <= day)
}

function bucketOf(dueOn: Day | null, daysOverdue: number): AgeBucket {
  if (dueOn === null) return 'withoutDueDate'
  if (daysOverdue === 0) return 'notDue'
  if (daysOverdue <= 30) return 'days1to30'
  if (daysOverdue <= 60) return 'days31to60'
  return daysOverdue <= 90 ? 'days61to90' : 'over90'
}

export function countByAge(open: readonly OpenAction[]): Readonly<Record<AgeBucket, number>> {
  const counts = { notDue: 0, days1to30: 0, days31to60: 0, days61to90: 0, over90: 0, withoutDueDate: 0 }
  for (const { bucket } of open) counts[bucket] += 1
  return counts
}

export function actionFigures(on: RegisterOn): readonly Count[] {
  const known = on.actions.length > 0
  const open = openActionsOn(on)
  const dated = open.filter((each) => each.dueOn !== null)
  const overdue = dated.filter((each) => each.daysOverdue > 0).sort((one, other) => other.daysOverdue - one.daysOverdue)
  const slipped = open.filter((each) => each.slips >= 2)
  const days = overdue.map((each) => each.daysOverdue)
  const total = days.reduce((sum, each) => sum + each, 0)
  const codes = (list: readonly OpenAction[]) => list.map((each) => each.action.code)
  return [
    {
      id: 'K12',
      known,
      numerator: overdue.length,
      denominator: dated.length,
      parts: { ...countByAge(open) },
      contributing: codes(overdue),
    },
    {
      id: 'K13',
      known,
      numerator: total,
      denominator: overdue.length,
      // Nothing overdue is "0 overdue", within; but where no open action has a due day nothing can be overdue: not judged.
      ...(overdue.length === 0 && (dated.length > 0 || open.length === 0) ? { value: 0 } : {}),
      parts: { overdue: overdue.length, median: median(days), max: days[0] ?? null },
      contributing: codes(overdue),
    },
    {
      id: 'K14',
      known,
      numerator: slipped.length,
      denominator: open.length,
      contributing: codes(slipped),
    },
  ]
}

/** The middle of the sorted values, or the mean of the two in the middle; null of none. */
export function median(sorted: readonly number[]): number | null {
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  const upper = sorted[Math.floor(sorted.length / 2)]
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2
}
