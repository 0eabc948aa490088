/**
 * Hand-over (引継ぎ): what a person holds on a day, where each of it goes, and the sheet that both sign. An acceptance is a
 * judgement of the person who gave it: it stays theirs, is listed, and is owed a new look by whoever holds the post then.
 */
import { addDays, type Day } from './calendar-date.ts'
import type { AssignmentRole } from './accountability.ts'
import type { CodedNoun, RecordOf } from './nouns.ts'
import type { Organisation } from './organisation.ts'
import type { Bilingual } from './text.ts'
import type { WorkItem } from './work-item.ts'

/** In the order of the sheet. */
export const handoverKinds = ['holder', 'deputy', 'assignment', 'action', 'acceptance'] as const
export type HandoverKind = (typeof handoverKinds)[number]

/** Where a line goes: to a successor's id, to nobody (the post falls vacant), or nowhere: it stays. */
export const withoutSuccessor = ['vacant', 'keep'] as const
export type WithoutSuccessor = (typeof withoutSuccessor)[number]

export interface NamedRecord {
  readonly noun: CodedNoun
  readonly id: string
  readonly code: string
  readonly name: Bilingual
}

/** One thing that a person holds: a term on a post, an assignment in person, an open action, an acceptance given. */
export interface HandoverLine {
  readonly kind: HandoverKind
  /** Of the term, assignment, action or acceptance. */
  readonly id: string
  readonly version: number
  /** What it is about: the post, the system, risk or control, the action, the acceptance. */
  readonly subject: NamedRecord
  readonly role: AssignmentRole | null
  readonly from: Day | null
  /** Its last day; of an action the day it is due. */
  readonly to: Day | null
  /** Codes of what goes along because it is assigned to the post. */
  readonly along: readonly string[]
}

/** A line and where it goes. */
export interface HandedOver {
  readonly line: HandoverLine
  readonly to: NamedRecord | WithoutSuccessor
}

/** What the sheet says, on the screen and on paper. */
export interface HandoverSheet {
  readonly organisation: Bilingual
  readonly classification: Organisation['classification']
  readonly sample: boolean
  /** Null: not carried out yet. */
  readonly recorded: {
    readonly at: string
    readonly day: Day
    readonly by: Bilingual | null
    readonly sequence: number
  } | null
  readonly predecessor: NamedRecord
  readonly unit: Bilingual | null
  /** The first day on which the successors answer. */
  readonly effective: Day
  readonly reason: string | null
  readonly lines: readonly HandedOver[]
  /** What the predecessor owes on the records that go, at the time of the sheet. */
  readonly open: readonly WorkItem[]
}

/** The people who take something over, each once, in the order of the lines. */
export function successorsOf(lines: readonly HandedOver[]): readonly NamedRecord[] {
  const people = new Map<string, NamedRecord>()
  for (const { to } of lines) if (typeof to === 'object') people.set(to.id, to)
  return [...people.values()]
}

interface Held {
  readonly terms: readonly RecordOf<'term'>[]
  readonly assignments: readonly RecordOf<'assignment'>[]
  readonly actions: readonly RecordOf<'action'>[]
  readonly acceptances: readonly RecordOf<'acceptance'>[]
}

/**
 * Of a person's records those that still hold on a day or begin after it. Actions until a second person has confirmed them;
 * acceptances while they stand.
 */
export function heldFrom(held: Held, personId: string, day: Day): Held {
  const lasts = (row: { readonly withdrawn: unknown; readonly personId: string | null; readonly to: Day | null }) =>
    row.withdrawn === null && row.personId === personId && (row.to === null || row.to >= day)
  return {
    terms: held.terms.filter(lasts),
    assignments: held.assignments.filter(lasts),
    actions: held.actions.filter(
      (action) => action.withdrawn === null && action.ownerId === personId && action.state !== 'verified',
    ),
    acceptances: held.acceptances.filter(
      (acceptance) => lasts(acceptance) && (acceptance.endedOn === null || acceptance.endedOn >= day),
    ),
  }
}

/** The last day of whoever goes. */
export function lastDayBefore(effective: Day): Day {
  return addDays(effective, -1)
}
