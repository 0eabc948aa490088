/** A due day that moves: every move is kept with the day on which it was recorded and why. */
import { z } from 'zod'
import { type Day, daysBetween, daySchema } from './calendar-date.ts'

/** Each move of the due date: old day, new day, the day it was moved and why. */
export const slipsSchema = z.array(
  z.object({ from: daySchema.nullable(), to: daySchema, on: daySchema, reason: z.string().min(1) }),
)
export type Slip = z.infer<typeof slipsSchema>[number]

interface Due {
  readonly dueOn: Day | null
  readonly slips: readonly Readonly<Pick<Slip, 'from' | 'to' | 'on'>>[]
}

/** The due day as it stood on a day: a move recorded later had not happened. */
export function dueOnDay({ dueOn, slips }: Due, day: Day): Day | null {
  let next: Due['slips'][number] | null = null
  for (const slip of slips) if (slip.on > day && (next === null || slip.on < next.on)) next = slip
  return next === null ? dueOn : next.from
}

/** Calendar days past the due day; 0 where it is not past or not set. */
export function daysPast(dueOn: Day | null, day: Day): number {
  return dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, day))
}
