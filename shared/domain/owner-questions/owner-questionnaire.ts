/**
 * What the owner of AI systems is asked: whether the register is right about them, field by field. Each row names its record,
 * the version that was read and the field, so that nothing is lost or taken for another when rows are moved.
 */
import type { Day } from '../calendar-date.ts'
import { type FieldDescription, fields } from '../fields.ts'
import { factsOfMark, markRow } from '../file-mark.ts'
import { type Language, languages } from '../text.ts'

export const askedNouns = ['system', 'risk', 'control', 'action'] as const
export type AskedNoun = (typeof askedNouns)[number]

/** What an owner can tell better than anybody else. */
const asked: Readonly<Record<AskedNoun, readonly string[]>> = {
  system: [
    'name',
    'owner',
    'lifecycle',
    'purpose',
    'unitId',
    'kind',
    'roles',
    'model',
    'vendor',
    'contract',
    'autonomy',
    'humanOversight',
    'affected',
    'personalData',
    'jurisdictions',
    'dependsOnIds',
    'goLiveOn',
    'nextReviewOn',
  ],
  risk: ['name', 'systemIds', 'treatment', 'targetOn', 'nextReviewOn'],
  control: ['name', 'systemIds', 'design', 'nextReviewOn'],
  action: ['name', 'state', 'dueOn'],
}

/**
 * Who owns a system is no field of it but an assignment: asked like one, since nobody knows better than who is asked as its owner that it
 * is another person. Whoever is named owns it from the day on which the answer is taken.
 */
export const ownerQuestion: FieldDescription = { name: 'owner', kind: 'reference', noun: 'person', required: true }

export function askedFields(noun: AskedNoun): readonly FieldDescription[] {
  return asked[noun].flatMap((name) =>
    noun === 'system' && name === ownerQuestion.name
      ? [ownerQuestion]
      : (fields[noun].find((field) => field.name === name) ?? []),
  )
}

export interface RowKey {
  readonly noun: AskedNoun
  readonly id: string
  readonly version: number
  readonly field: string
}

export function keyCell({ noun, id, version, field }: RowKey): string {
  return `${noun}:${id}:${String(version)}:${field}`
}

/** Null where a cell is no key of ours. */
export function readKey(cell: string): RowKey | null {
  const [, noun, id = '', version, field = ''] = /^(\w+):([0-9a-f-]{36}):(\d+):(\w+)$/.exec(cell.trim()) ?? []
  const known = askedNouns.find((each) => each === noun)
  return known === undefined ? null : { noun: known, id, version: Number(version), field }
}

export interface OwnerMark {
  readonly registerId: string
  readonly personId: string
  readonly issuedOn: Day
  readonly language: Language
  /** Rows that went out, so that lost ones are told. */
  readonly rows: number
  /** What was recorded as asked; null in files of the first form, which say who was asked on which day. */
  readonly requestId: string | null
}

const firstMarkWord = '#daicho-owner-questions/1'
const markWord = '#daicho-owner-questions/2'

export function ownerMarkCells(mark: OwnerMark & { readonly requestId: string }): readonly string[] {
  const { registerId, personId, issuedOn, language, rows, requestId } = mark
  return markRow(markWord, [registerId, personId, issuedOn, language, String(rows), requestId])
}

export function readOwnerMark(cells: readonly string[]): OwnerMark | null {
  const facts = factsOfMark(markWord, cells)
  const [registerId = '', personId = '', issuedOn = '', written, rows, requestId] =
    facts ?? factsOfMark(firstMarkWord, cells) ?? []
  const language = languages.find((each) => each === written)
  if (language === undefined) return null
  return {
    registerId,
    personId,
    issuedOn,
    language,
    rows: Number(rows),
    requestId: facts === null ? null : (requestId ?? ''),
  }
}

export const ownerColumns = [
  'key',
  'kind',
  'code',
  'record',
  'item',
  'value',
  'answer',
  'correction',
  'remark',
] as const
export type OwnerColumn = (typeof ownerColumns)[number]

/** `clear`: nothing is to stand there. */
export const ownerAnswers = ['right', 'wrong', 'clear', 'unknown'] as const
export type OwnerAnswer = (typeof ownerAnswers)[number]

/** How a row that came back stands against the register. */
export const ownerRowStates = [
  /** Said to be right, and unchanged since. */
  'confirmed',
  'change',
  /** Corrected, but the register says something else than when it was asked, or the file says two things. */
  'conflict',
  /** Corrected to what the register says by now. */
  'same',
  /** Changed by an operation of its own: a person does that. */
  'byHand',
  'unreadable',
  /** Withdrawn, or not of this register. */
  'gone',
  /** Not answered, or "I do not know". */
  'open',
] as const
export type OwnerRowState = (typeof ownerRowStates)[number]

export interface OwnerRow {
  /** From 1, as the spreadsheet counts. */
  readonly row: number
  readonly noun: AskedNoun
  readonly id: string
  readonly code: string
  readonly name: string
  readonly field: string
  /** What the register said when it was asked, what it says now, and what it would say. */
  readonly sent: string
  readonly now: string
  readonly after: string
  /** The owner wants nothing to stand there. */
  readonly clears: boolean
  readonly remark: string
  readonly state: OwnerRowState
}

export interface OwnerAnswersRead {
  readonly owner: { readonly id: string; readonly code: string; readonly name: string } | null
  readonly issuedOn: string
  readonly filledOn: string | null
  readonly filledBy: string | null
  readonly rows: readonly OwnerRow[]
  /** Rows that went out and are not in the file. */
  readonly lost: number
}

/** States that are taken without being named one by one. */
export const clearStates: readonly OwnerRowState[] = ['change', 'confirmed']

/** States that a person may take over; the others say nothing, or are acts of their own. */
export const takeableOwnerStates: readonly OwnerRowState[] = ['change', 'confirmed', 'conflict']
