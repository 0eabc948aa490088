/**
 * What becomes of the records of another register, by noun. The receiving register's own settings stand; what another
 * company has locked, signed or said of itself stays in its kept log and is listed; all other records are united.
 */
import { overlaps } from '../accountability.ts'
import type { Noun, RecordOf } from '../nouns.ts'

export type AnyRecord = RecordOf<Noun>
/** A record whose fields are asked for by name. */
export type Values = Readonly<Record<string, unknown>>

export type Treatment = 'united' | 'receiver' | 'apart'

/** What a register is judged by: ours stands, and what theirs says otherwise is shown. */
export const receiverNouns: readonly Noun[] = [
  'organisation',
  'scale',
  'appetite',
  'threshold',
  'requirementPack',
  'horizonPack',
]

/** Packs are a chain of their own register, and so is what was said of them. */
const packNouns: readonly Noun[] = ['pack', 'packNote', 'packSetup', 'packSignOff', 'noDecision', 'mergeRun']

/** What a company says of itself, its board decides or its executives sign: united only between copies of one register. */
const companyNouns: readonly Noun[] = [
  'attestation',
  'attestationSheet',
  'attestationCampaign',
  'decision',
  'meeting',
  'preparation',
  'direction',
  'readinessItem',
  'outwardAccount',
  'ruleAssessment',
  'retentionRule',
]

export function treatmentOf(noun: Noun, record: AnyRecord, isCopy: boolean): Treatment {
  if (receiverNouns.includes(noun)) return 'receiver'
  if (packNouns.includes(noun)) return 'apart'
  if (isCopy) return 'united'
  if (companyNouns.includes(noun)) return 'apart'
  // An answer that is the company's own, not one of its systems'.
  if (noun === 'requirementAnswer' && (record as Values).systemId === null) return 'apart'
  return 'united'
}

/** Fields that say which record it is, where a register holds one for each: two of them are the same one. */
const keyFields: { readonly [N in Noun]?: readonly (keyof RecordOf<N> & string)[] } = {
  requirementAnswer: ['packId', 'packVersion', 'itemId', 'subject', 'systemId'],
  vendorAnswer: ['vendorId', 'pointId'],
  pointAnswer: ['readingId', 'pointId'],
  jurisdictionProfile: ['systemId', 'jurisdiction'],
  dataCheck: ['useId', 'checkId'],
  readinessItem: ['item'],
  ruleAssessment: ['eventId'],
  term: ['postId', 'personId', 'capacity'],
  assignment: ['role', 'subjectId', 'postId', 'personId'],
  supply: ['vendorId', 'systemId'],
}

/** Rows with a period: those with the same key are one only where their periods touch. */
const periodNouns: readonly Noun[] = ['term', 'assignment', 'supply']

/** Rows that are judged by their whole content: the same words of the same day are one row. */
const wholeNouns: readonly Noun[] = [
  'assessment',
  'attestation',
  'controlTest',
  'comment',
  'trainingCompletion',
  'incidentReport',
]

/** The text by which records of a noun are the same one; null where a noun or a record has none. */
export function sameKey(noun: Noun, record: AnyRecord): string | null {
  if (record.withdrawn !== null) return null
  const values = record as Values
  const names: readonly string[] | undefined = keyFields[noun]
  if (names !== undefined) {
    const key = names.map((name) => values[name])
    return noun === 'ruleAssessment' && key[0] === null ? null : JSON.stringify(key)
  }
  if (!wholeNouns.includes(noun)) return null
  return textOf(Object.fromEntries(Object.entries(values).filter(([name]) => !identityFields.has(name))))
}

/** Whether two rows of one key are one: of those with a period only where the periods touch. */
export function areOne(noun: Noun, one: AnyRecord, other: AnyRecord): boolean {
  return !periodNouns.includes(noun) || overlaps(one as RecordOf<'supply'>, other as RecordOf<'supply'>)
}

/** What a record is, not what it says: never merged. */
export const identityFields: ReadonlySet<string> = new Set(['id', 'version', 'code'])

/** What may not overlap: one holder of a post, one who answers in a role, one row of a supply. */
export function exclusiveKey(noun: Noun, record: AnyRecord): string | null {
  if (record.withdrawn !== null) return null
  const values = record as Values
  if (noun === 'term') return JSON.stringify([noun, values.postId, values.capacity])
  if (noun === 'assignment') return JSON.stringify([noun, values.role, values.subjectId])
  if (noun === 'supply') return JSON.stringify([noun, values.vendorId, values.systemId])
  return null
}

/** A text that is the same for the same value, in whatever order its keys stand. */
export function textOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${textOf(each)}`).join(',')}}`
}

export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object') return false
  return textOf(one) === textOf(other)
}
