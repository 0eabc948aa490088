/**
 * What names people as those who answer, do or are asked, and until when. What a person once did (assessed, tested, signed) is a
 * fact of the past and keeps nobody's name: it stays, under the placeholder.
 */
import { dayAt } from '#shared/domain/calendar-date.ts'
import type { Noun } from '#shared/domain/nouns.ts'
import type { PersonTie } from '#shared/domain/retention/retention-on.ts'
import type { ReadHandle } from '../store/query.ts'
import { tableOf } from '../store/tables.ts'

interface TieSource {
  readonly noun: Noun
  readonly person: string
  /** Whether it is over, and the day it ended; both as SQL. One that is over and bears no day says nothing. */
  readonly over: string
  readonly ended: string
  /** Where it ended at an instant: the day is the one of the register's place. */
  readonly isInstant?: true
}

const period = { over: '"to" IS NOT NULL', ended: '"to"' }
const never = { over: '0', ended: 'NULL' }

const sources: readonly TieSource[] = [
  { noun: 'term', person: 'person_id', ...period },
  { noun: 'assignment', person: 'person_id', ...period },
  { noun: 'acceptance', person: 'person_id', over: '1', ended: 'min(coalesce(ended_on, "to"), "to")' },
  { noun: 'action', person: 'owner_id', over: "state = 'verified'", ended: 'coalesce(verified_on, done_on)' },
  { noun: 'finding', person: 'owner_id', over: "state = 'closed'", ended: 'coalesce(verified_on, implemented_on)' },
  { noun: 'incident', person: 'owner_id', over: "state = 'closed'", ended: 'resolved_at', isInstant: true },
  { noun: 'enforcement', person: 'owner_id', over: "state = 'done'", ended: 'done_on' },
  { noun: 'decision', person: 'owner_id', over: "state = 'decided'", ended: 'coalesce(implemented_on, decided_on)' },
  { noun: 'ruleAssessment', person: 'owner_id', over: 'assessed_on IS NOT NULL', ended: 'assessed_on' },
  { noun: 'contract', person: 'owner_id', over: 'terminated_on IS NOT NULL', ended: 'terminated_on' },
  { noun: 'intake', person: 'requester_id', over: "state IN ('approved', 'rejected')", ended: 'decided_on' },
  { noun: 'ownerRequest', person: 'person_id', over: 'answered_on IS NOT NULL', ended: 'answered_on' },
  { noun: 'direction', person: 'to_person_id', over: 'reported_on IS NOT NULL', ended: 'reported_on' },
  { noun: 'pointAnswer', person: 'owner_id', ...never },
  { noun: 'requirementAnswer', person: 'owner_id', ...never },
  { noun: 'vendor', person: 'owner_id', ...never },
  { noun: 'dpia', person: 'owner_id', over: 'approved_on IS NOT NULL', ended: 'approved_on' },
  { noun: 'jurisdictionProfile', person: 'owner_id', ...never },
  { noun: 'system', person: 'surcharge_owner_id', over: "lifecycle = 'retired'", ended: 'NULL' },
]

/** Of everyone, or of one person. */
export function personTies(read: ReadHandle, personId?: string): readonly PersonTie[] {
  const ties: PersonTie[] = []
  const timeZone = (read.prepare('SELECT time_zone FROM organisation').pluck().get() as string | undefined) ?? 'UTC'
  const tiesOf = (noun: Noun, sql: string, isInstant = false) => {
    const rows = read.prepare(sql).all(...(personId === undefined ? [] : [personId])) as {
      id: string
      personId: string
      over: 0 | 1
      ended: string | null
    }[]
    for (const { id, personId: person, over, ended } of rows) {
      if (over === 1 && ended === null) continue
      const day = isInstant && ended !== null ? dayAt(ended, timeZone) : ended
      ties.push({ personId: person, noun, id, until: over === 0 ? null : day })
    }
  }
  for (const { noun, person, over, ended, isInstant } of sources) {
    const one = personId === undefined ? `${person} IS NOT NULL` : `${person} = ?`
    tiesOf(
      noun,
      `SELECT id, ${person} AS personId, (${over}) AS over, ${ended} AS ended FROM ${tableOf(noun)}
       WHERE withdrawn_on IS NULL AND ${one}`,
      isInstant,
    )
  }
  tiesOf(
    'training',
    `SELECT training.id AS id, person_id AS personId, "to" IS NOT NULL AS over, "to" AS ended
     FROM training_person JOIN training ON training.id = training_id
     WHERE withdrawn_on IS NULL ${personId === undefined ? '' : 'AND person_id = ?'}`,
  )
  return ties
}
