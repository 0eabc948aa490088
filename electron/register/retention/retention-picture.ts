/** How everyone stands on a day: whose period is over, what keeps them, and what was decided. */
import { type RetentionPicture, shownPeople } from '#shared/contract/retention.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import { Problem } from '#shared/domain/problem.ts'
import {
  isHoldInForce,
  type PersonRetention,
  type RetainedPerson,
  retentionOn,
  type RetentionStanding,
  retentionStandings,
} from '#shared/domain/retention/retention-on.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { LabelCollector } from '../labels.ts'
import type { ReadHandle } from '../store/query.ts'
import { recordTables } from '../store/record-table.ts'
import type { Register } from '../store/register-file.ts'
import { personTies } from './person-ties.ts'

/** Everyone, those that ask for something first. */
export function peopleOn(read: ReadHandle, day: Day): readonly PersonRetention[] {
  return retentionOn(inputOf(read, peopleIn(read)), day)
}

/** NOT_FOUND. */
export function personOn(read: ReadHandle, day: Day, personId: string): PersonRetention {
  const people = peopleIn(read, personId)
  const [found] = retentionOn(inputOf(read, people, personId), day)
  if (found === undefined) throw new Problem('NOT_FOUND', { noun: 'person', id: personId })
  return found
}

function inputOf(read: ReadHandle, people: readonly RetainedPerson[], personId?: string) {
  return {
    people,
    ties: personTies(read, personId),
    rules: [...recordTables.retentionRule.all(read)],
    holds: [...recordTables.legalHold.all(read)],
    redactions: redactionsOf(read),
  }
}

interface PersonRow {
  readonly id: string
  readonly code: string
  readonly ja: string | null
  readonly en: string | null
  readonly withdrawnOn: string | null
}

function peopleIn(read: ReadHandle, id?: string): readonly RetainedPerson[] {
  const rows = read
    .prepare(
      `SELECT id, code, name_ja AS ja, name_en AS en, withdrawn_on AS withdrawnOn FROM person ${id === undefined ? '' : 'WHERE id = ?'}`,
    )
    .all(...(id === undefined ? [] : [id])) as PersonRow[]
  return rows.map(({ ja, en, ...person }) => ({ ...person, name: { ja, en } }))
}

/** All redactions without what they replaced, the oldest first. */
export function redactionsOf(read: ReadHandle): readonly Omit<RecordOf<'redaction'>, 'replaced'>[] {
  return [...recordTables.redaction.all(read)].map(({ replaced: _replaced, ...redaction }) => redaction)
}

export function retentionPicture(
  register: Register,
  input: { readonly day: Day | null; readonly standings: readonly string[] },
): RetentionPicture {
  const { read } = register
  return read.atOnce(() => {
    const day = input.day ?? register.today()
    const all = peopleOn(read, day)
    const counts = Object.fromEntries(retentionStandings.map((standing) => [standing, 0])) as Record<
      RetentionStanding,
      number
    >
    for (const { standing } of all) counts[standing] += 1
    const people = all
      .filter(({ standing }) => input.standings.length === 0 || input.standings.includes(standing))
      .slice(0, shownPeople)
      .map((each) => ({ ...each, blocks: each.blocks.slice(0, 10) }))
    const rules = [...recordTables.retentionRule.all(read)]
    const holds = [...recordTables.legalHold.all(read)].map((hold) => ({ ...hold, inForce: isHoldInForce(hold, day) }))
    const at = read.prepare('SELECT at FROM audit_event WHERE record_id = ? ORDER BY sequence LIMIT 1').pluck()
    const redactions = redactionsOf(read)
      .map((each) => ({ ...each, at: (at.get(each.id) as string | undefined) ?? null }))
      .reverse()
    const labels = new LabelCollector()
    for (const { blocks } of people) labels.add(...blocks.map(({ id }) => id))
    labels.add(...rules.map(({ approverPersonId }) => approverPersonId))
    labels.add(...holds.flatMap(({ personIds }) => personIds), ...redactions.map(({ personId }) => personId))
    return {
      day,
      counts,
      people,
      rules,
      holds,
      redactions,
      cleaningDueSince: register.cleaningDueSince(),
      labels: labels.labels(read),
    }
  })
}
