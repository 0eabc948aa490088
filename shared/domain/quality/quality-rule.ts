/**
 * Rules of data quality: what a register holds that cannot be right, cannot be relied on, or is not known. A rule looks at
 * records of one noun on a day and says which of them it finds, and at which field. Figures count; rules name. What is refused as
 * it is entered is no rule: these are what time, imports and neighbours make of records that were in order.
 */
import type { RegisterOn } from '../metrics/register-on.ts'
import type { RiskPosition } from '../metrics/risk-positions.ts'
import type { AcceptanceStanding } from '../metrics/acceptance-standing.ts'
import type { AnswerState } from '../requirements/requirement-records.ts'
import type { Facts } from '../statement.ts'

/** `error`: contradicts what was decided, or a board would be misled. `warning`: to be put right. `note`: to be looked at. */
export const severities = ['error', 'warning', 'note'] as const
export type Severity = (typeof severities)[number]

/** What a finding is of: nouns with a page of their own, settings, and answers to requirements. */
export const qualityNouns = [
  'system',
  'risk',
  'control',
  'evidence',
  'action',
  'acceptance',
  'post',
  'person',
  'unit',
  'vendor',
  'contract',
  'incident',
  'enforcement',
  'dataUse',
  'dpia',
  'deidentification',
  'jurisdictionProfile',
  'outwardAccount',
  'decision',
  'meeting',
  'settings',
  'requirement',
] as const
export type QualityNoun = (typeof qualityNouns)[number]

/** An answer to an item of a requirement pack in force. */
export interface AnswerToItem {
  readonly id: string
  readonly itemId: string
  /** The record of the pack that the item is of. */
  readonly packRecordId: string
  readonly state: AnswerState | null
}

/** What rules read: the register on the day, and what else was looked up once for all of them. */
export interface QualityOn {
  readonly on: RegisterOn
  readonly acceptances: readonly AcceptanceStanding[]
  readonly positions: ReadonlyMap<string, RiskPosition>
  readonly answers: readonly AnswerToItem[]
}

export interface Finding {
  readonly rule: string
  readonly noun: QualityNoun
  /** The record to go to. */
  readonly recordId: string
  /** As the finding is named: the code, or the identifier of a setting or an item. */
  readonly code: string
  /** The field in which it is put right: a name of `fields.ts`, or of what is a row of its own. */
  readonly field: string
  /** For the sentence `quality.finding.<name>`. */
  readonly facts: Facts
}

export interface QualityRule {
  /** Stable: never used again for anything else. */
  readonly id: string
  /** Names its sentences in the catalogue: `quality.rule.<name>` and `quality.finding.<name>`. */
  readonly name: string
  readonly severity: Severity
  readonly noun: QualityNoun
  readonly field: string
  readonly look: (quality: QualityOn) => { readonly looked: number; readonly findings: readonly Finding[] }
}

interface Definition<Row> extends Omit<QualityRule, 'look'> {
  /** The records that it looks at: the N of n / N. */
  readonly rows: (quality: QualityOn) => readonly Row[]
  readonly record: (row: Row) => { readonly id: string; readonly code: string }
  /** The facts of a finding; null where there is nothing to find. */
  readonly finds: (row: Row, quality: QualityOn) => Facts | null
}

export function rule<Row>(definition: Definition<Row>): QualityRule {
  const { id, name, severity, noun, field, rows, record, finds } = definition
  return {
    id,
    name,
    severity,
    noun,
    field,
    look: (quality) => {
      const all = rows(quality)
      const findings: Finding[] = []
      for (const row of all) {
        const facts = finds(row, quality)
        if (facts === null) continue
        const { id: recordId, code } = record(row)
        findings.push({ rule: id, noun, recordId, code, field, facts })
      }
      return { looked: all.length, findings }
    },
  }
}

export const itself = <Row extends { readonly id: string; readonly code: string }>(row: Row): Row => row
/** Nothing to say beside the rule itself. */
export const found: Facts = {}
export const when = (condition: boolean, facts: Facts = found): Facts | null => (condition ? facts : null)
