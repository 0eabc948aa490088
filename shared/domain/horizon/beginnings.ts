/** What is otherwise because the steps of an instrument have begun: said on the day itself and a while after (ours). */
import { addDays, type Day } from '../calendar-date.ts'
import type { HorizonPack, Instrument, RuleStatus, RuleStep } from './horizon-pack.ts'
import { statusOn } from './status-on.ts'

export interface RuleBeginning {
  readonly instrumentId: string
  readonly label: Instrument['label']
  readonly issuer: Instrument['issuer']
  readonly day: Day
  /** The day before, and from the day on; the same where a part begins that leaves the status as it is. */
  readonly before: RuleStatus | null
  readonly after: RuleStatus | null
  readonly starts: readonly RuleStep['starts'][]
}

/** Days on which a beginning is said, its own included: nobody opens a register every day. */
const saidFor = 7

export function beginningsOn(pack: HorizonPack, day: Day): readonly RuleBeginning[] {
  return beginningsBetween(pack, addDays(day, 1 - saidFor), day)
}

/** Of both days and those between, in their order. Only a step whose day is certain begins; what was announced never does by itself. */
export function beginningsBetween(pack: HorizonPack, from: Day, to: Day): readonly RuleBeginning[] {
  return pack.instruments
    .flatMap((instrument) => {
      const steps = instrument.steps.flatMap((step) =>
        step.date?.precision === 'day' && step.date.day >= from && step.date.day <= to
          ? [{ day: step.date.day, starts: step.starts }]
          : [],
      )
      return [...Map.groupBy(steps, ({ day }) => day)].map(([day, begun]) => ({
        instrumentId: instrument.id,
        label: instrument.label,
        issuer: instrument.issuer,
        day,
        before: statusOn(instrument, addDays(day, -1), pack).status,
        after: statusOn(instrument, day, pack).status,
        starts: begun.map(({ starts }) => starts),
      }))
    })
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}
