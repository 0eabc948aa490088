/** Who was accountable for a system from when to when, and on one day, with the events of the log that say so. */
import type { AccountableForSystem, Ground } from '#shared/contract/accountability.ts'
import { type Day, holdsOn } from '#shared/domain/calendar-date.ts'
import { type AccountablePeriod, accountablePeriods } from '#shared/domain/metrics/accountable-periods.ts'
import { Problem } from '#shared/domain/problem.ts'
import { figureFacts } from './figure-facts.ts'
import { LabelCollector } from './labels.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'

/** NOT_FOUND. */
export function accountableForSystem(
  register: Register,
  { systemId, day: given }: { readonly systemId: string; readonly day: Day | null },
): AccountableForSystem {
  const { read } = register
  if (recordTables.system.get(read, systemId) === undefined)
    throw new Problem('NOT_FOUND', { noun: 'system', id: systemId })
  const day = given ?? register.today()
  const periods = accountablePeriods(systemId, figureFacts(register))
  const onDay = periods.find((period) => holdsOn(period, day)) ?? null
  const grounds = onDay === null ? [] : groundsOf(register, systemId, onDay, day)
  const collector = new LabelCollector()
  collector.add(systemId)
  for (const { postId, personId, deputyId } of periods) collector.add(postId, personId, deputyId)
  for (const { personId } of grounds) collector.add(personId)
  return { day, periods, onDay, grounds, labels: collector.labels(read) }
}

/** Of several assignments or terms of the day the latest begun one holds, as in the figures. */
function groundsOf(
  { read }: Register,
  systemId: string,
  { postId, personId }: AccountablePeriod,
  day: Day,
): readonly Ground[] {
  const idOf = (sql: string, ...values: readonly (string | null)[]) =>
    (read.prepare(`${sql} LIMIT 1`).get(...values) as { id: string } | undefined)?.id
  const onDay = `withdrawn_on IS NULL AND ("from" IS NULL OR "from" <= ?) AND ("to" IS NULL OR "to" >= ?)
    ORDER BY coalesce("from", '') DESC`
  const eventsOf = (id: string | undefined) =>
    read
      .prepare(
        'SELECT sequence, at, account, person_id AS personId FROM audit_event WHERE record_id = ? ORDER BY sequence',
      )
      .all(id ?? null) as Omit<Ground, 'fact' | 'changedBy'>[]
  const recorded = (fact: Ground['fact'], id: string | undefined): readonly Ground[] => {
    const events = eventsOf(id)
    const [first, last] = [events[0], events.at(-1)]
    if (first === undefined || last === undefined) return []
    return [{ ...first, fact, changedBy: last.sequence === first.sequence ? null : last.sequence }]
  }
  const assignment = idOf(
    `SELECT id FROM assignment WHERE subject_id = ? AND role = 'accountable_executive' AND post_id IS ? AND ${onDay}`,
    systemId,
    postId,
    day,
    day,
  )
  const holder = `SELECT id FROM term WHERE post_id = ? AND capacity = 'holder'`
  if (personId !== null)
    return [
      ...recorded('term', idOf(`${holder} AND person_id = ? AND ${onDay}`, postId, personId, day, day)),
      ...recorded('assignment', assignment),
    ]
  const left = idOf(`${holder} AND withdrawn_on IS NULL AND "to" < ? ORDER BY "to" DESC`, postId, day)
  const end = eventsOf(left).at(-1)
  return [
    ...(end === undefined ? [] : [{ ...end, fact: 'end' as const, changedBy: null }]),
    ...recorded('assignment', assignment),
  ]
}
