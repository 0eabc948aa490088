/**
 * What a column of a list of records can be, for every noun that is imported by its fields: one target a field (two more for a
 * text in two languages), and what stands around a record: who answers for it, how a risk is judged, which controls answer it.
 */
import type { AssignmentRole } from '../accountability.ts'
import { type FieldDescription, fields } from '../fields.ts'
import type { Stage } from '../risk.ts'

export const recordNouns = [
  'direction',
  'person',
  'unit',
  'post',
  'risk',
  'control',
  'action',
  'vendor',
  'contract',
  'incident',
] as const
export type RecordNoun = (typeof recordNouns)[number]

export type RecordTarget =
  /** The words of a cell become the field's value as a pasted cell does. `slot` null: a text of one language or no text. */
  | { readonly kind: 'cell'; readonly field: FieldDescription; readonly slot: 'ja' | 'en' | null }
  /** A moment in the register's time zone, or a day. */
  | { readonly kind: 'moment'; readonly field: FieldDescription }
  /** Likelihood or impact at one stage, in the words of the source's own scale. */
  | { readonly kind: 'grade'; readonly stage: Stage; readonly axis: GradeAxis }
  /** On which day, and on which grounds, the source judged. */
  | { readonly kind: 'judgedOn' | 'rationale' }
  /** The person or post that answers for the record. */
  | { readonly kind: 'holder'; readonly role: AssignmentRole }
  /**
   * Somebody by name, as a post, as a person or as both: the two fields of the record that say who. `noun`: what the column is
   * for, and so what words are that name nobody.
   */
  | { readonly kind: 'answering'; readonly noun: 'post' | 'person'; readonly post: string; readonly person: string }
  /** Who holds the post, and since when. */
  | { readonly kind: 'termHolder' | 'termFrom' }
  /** Records that refer to this one: the controls of a risk, in place or only planned. */
  | { readonly kind: 'controls'; readonly planned: boolean }
  /** The code that the record has in this register. */
  | { readonly kind: 'code' }

export const gradeAxes = ['likelihood', 'impact'] as const
export type GradeAxis = (typeof gradeAxes)[number]

/**
 * Fields that only verbs change in the window, and that a list states all the same: what has been done elsewhere is stated,
 * not decided here. Acceptances, approvals, judgements of breaches and verification of one's own work are never taken from a list.
 */
const statedVerbs: { readonly [N in RecordNoun]?: readonly string[] } = {
  risk: ['status', 'closedOn', 'closedReason'],
  action: ['dueOn', 'state', 'doneOn'],
  incident: ['occurredAt', 'detectedAt', 'learnedAt'],
}

function targetsOfField(field: FieldDescription): [string, RecordTarget][] {
  if (field.kind === 'bilingual')
    return ([null, 'ja', 'en'] as const).map((slot) => [
      slot === null ? field.name : `${field.name}.${slot}`,
      { kind: 'cell', field, slot },
    ])
  if (field.kind === 'code') return [['code', { kind: 'code' }]]
  if (field.kind === 'instant') return [[field.name, { kind: 'moment', field }]]
  return [[field.name, { kind: 'cell', field, slot: null }]]
}

const givenBy = { kind: 'answering', post: 'givenByPostId', person: 'givenByPersonId' } as const
const to = { kind: 'answering', post: 'toPostId', person: 'toPersonId' } as const

const around: { readonly [N in RecordNoun]?: readonly (readonly [string, RecordTarget])[] } = {
  direction: [
    ['givenBy', { ...givenBy, noun: 'post' }],
    ['givenByPerson', { ...givenBy, noun: 'person' }],
    ['to', { ...to, noun: 'post' }],
    ['toPerson', { ...to, noun: 'person' }],
  ],
  risk: [
    ['owner', { kind: 'holder', role: 'risk_owner' }],
    ...(['inherent', 'residual', 'target'] as const).flatMap((stage) =>
      gradeAxes.map(
        (axis) =>
          [`${stage}${axis === 'likelihood' ? 'Likelihood' : 'Impact'}`, { kind: 'grade', stage, axis }] as const,
      ),
    ),
    ['judgedOn', { kind: 'judgedOn' }],
    ['rationale', { kind: 'rationale' }],
    ['controls', { kind: 'controls', planned: false }],
    ['plannedControls', { kind: 'controls', planned: true }],
  ],
  control: [['owner', { kind: 'holder', role: 'control_owner' }]],
  post: [
    ['termHolder', { kind: 'termHolder' }],
    ['termFrom', { kind: 'termFrom' }],
  ],
}

/** Every target of a noun by its name, in the order in which a person is offered them. */
export const recordTargets: Readonly<Record<RecordNoun, ReadonlyMap<string, RecordTarget>>> = Object.fromEntries(
  recordNouns.map((noun) => [
    noun,
    new Map([
      ...fields[noun]
        .filter((field) => field.kind !== 'structure' && field.name !== 'sourceKey' && !isElsewhere(field))
        .filter((field) => !answeringFields(noun).has(field.name))
        .filter(
          (field) => field.byVerb !== true || field.kind === 'code' || statedVerbs[noun]?.includes(field.name) === true,
        )
        .flatMap(targetsOfField),
      ...(around[noun] ?? []),
    ]),
  ]),
) as unknown as Readonly<Record<RecordNoun, ReadonlyMap<string, RecordTarget>>>

/** Fields that a column of names fills, as a post or as a person. */
function answeringFields(noun: RecordNoun): ReadonlySet<string> {
  return new Set((around[noun] ?? []).flatMap(([, how]) => (how.kind === 'answering' ? [how.post, how.person] : [])))
}

/** Evidence is brought in with its file, and requirements are answered in their packs: neither is named in a list. */
function isElsewhere(field: FieldDescription): boolean {
  return (
    (field.kind === 'references' && field.noun === 'evidence') || (field.kind === 'codes' && field.country !== true)
  )
}

/** Choices without which a record cannot stand: where no column states them, a person says one for all rows. */
export const owedChoices: { readonly [N in RecordNoun]?: readonly string[] } = {
  direction: ['side'],
  risk: ['category'],
  control: ['domain'],
  post: ['kind'],
  incident: ['kind'],
}

/** Nouns whose rows need not say a name: it is made of what they say. */
export const namelessNouns: readonly RecordNoun[] = ['direction']

/** Nouns of which records can be made from a name alone, where a row names one that is not in the register. */
export const makeableNouns = ['person', 'unit', 'vendor', 'system', 'control'] as const
export type MakeableNoun = (typeof makeableNouns)[number]
