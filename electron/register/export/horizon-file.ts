/**
 * horizon.csv: every instrument and dated event as it stands on the day, with what the company makes of it. The content's own day
 * stands in each row: what is said of later days is to be checked before it is relied on.
 */
import type { Day } from '#shared/domain/calendar-date.ts'
import { dateText } from '#shared/domain/horizon/horizon-date.ts'
import {
  eventKinds,
  type HorizonDate,
  type HorizonEvent,
  type HorizonPack,
  type Instrument,
  lanes,
  ruleStatuses,
} from '#shared/domain/horizon/horizon-pack.ts'
import { assessmentStandingOn, type RuleAssessment } from '#shared/domain/horizon/rule-assessment.ts'
import { eventOn, type RuleCheck, ruleChecks, statusOn } from '#shared/domain/horizon/status-on.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { type Cell, type ColumnDescription, type CsvFile, joiner } from './cell.ts'
import { partOf, words } from './labels.ts'
import { Names } from './names.ts'
import { sampleColumn } from './noun-columns.ts'
import { sampleMark } from './register-files.ts'

interface Row {
  readonly entry: Instrument | HorizonEvent
  readonly kind: 'instrument' | 'event'
  readonly date: HorizonDate | null
  readonly status: string | null
  readonly checks: readonly RuleCheck[]
  readonly assessment: RuleAssessment | null
}

interface Of {
  readonly column: ColumnDescription
  readonly of: (row: Row) => Cell
}

export function horizonFile(state: RegisterState, day: Day, content: HorizonPack): CsvFile {
  const names = new Names(state)
  const sample = sampleMark(state)
  const columns = [...entryColumns(content, sample), ...assessmentColumns(names, day)]
  return {
    name: 'horizon.csv',
    title: words('bundle.file.horizon'),
    key: ['id'],
    columns: columns.map(({ column }) => column),
    *rows() {
      for (const row of rowsOn(state, day, content)) yield columns.map(({ of }) => of(row))
    },
  }
}

function* rowsOn(state: RegisterState, day: Day, content: HorizonPack): Generator<Row> {
  for (const entry of content.instruments) {
    const { status, checks } = statusOn(entry, day, content)
    yield { entry, kind: 'instrument', date: null, status, checks, assessment: null }
  }
  const byEvent = new Map(
    state.ruleAssessments.filter(({ withdrawn }) => withdrawn === null).map((each) => [each.eventId, each]),
  )
  for (const entry of content.events) {
    const { kind, checks } = eventOn(entry, day, content)
    yield { entry, kind: 'event', date: entry.date, status: kind, checks, assessment: byEvent.get(entry.id) ?? null }
  }
}

function entryColumns(content: HorizonPack, sample: string | null): Of[] {
  return [
    { column: text('id', { required: true }), of: ({ entry }) => entry.id },
    { column: sampleColumn(sample), of: () => sample },
    { column: text('kind', { required: true, codes: ['instrument', 'event'] }), of: ({ kind }) => kind },
    { column: text('lane', { required: true, codes: lanes }), of: ({ entry }) => entry.lane },
    ...(['ja', 'en'] as const).flatMap((language): Of[] => [
      {
        column: languageColumn('name', language),
        of: ({ entry }) => entry.title[language].text,
      },
      { column: languageColumn('name_evidence', language), of: ({ entry }) => entry.title[language].evidence },
    ]),
    { column: text('date'), of: ({ date }) => (date === null ? null : dateText(date)) },
    {
      column: text('date_precision', { codes: ['day', 'month', 'fiscal_year_end', 'latest'] }),
      of: ({ date }) => date?.precision ?? null,
    },
    { column: text('status', { codes: [...ruleStatuses, ...eventKinds] }), of: ({ status }) => status },
    {
      column: text('checks', { joined: true, codes: ruleChecks }),
      of: ({ checks }) => (checks.length === 0 ? null : checks.join(joiner)),
    },
    { column: text('evidence', { required: true }), of: ({ entry }) => entry.evidence },
    { column: { ...text('content_as_of', { required: true }), kind: 'day' }, of: () => content.asOf },
  ]
}

function assessmentColumns(names: Names, day: Day): Of[] {
  const of = (read: (assessment: RuleAssessment) => Cell) => (row: Row) =>
    row.assessment === null ? null : read(row.assessment)
  return [
    {
      column: text('assessment_code', { refersTo: { file: 'rule_assessments.csv', column: 'code' } }),
      of: of(({ code }) => code),
    },
    {
      column: text('assessment_standing', { options: 'assessmentStanding' }),
      of: of((each) => assessmentStandingOn(each, day)),
    },
    { column: text('outcome', { options: 'ruleOutcome' }), of: of(({ outcome }) => outcome) },
    { column: { ...text('assessed_on'), kind: 'day' }, of: of(({ assessedOn }) => assessedOn) },
    { column: { ...text('due_on'), kind: 'day' }, of: of(({ dueOn }) => dueOn) },
    {
      column: text('owner'),
      of: of(({ ownerId, ownerPostId }) => names.name(ownerId) ?? names.name(ownerPostId)),
    },
    {
      column: text('system_codes', { joined: true }),
      of: of(({ systemIds }) => (systemIds.length === 0 ? null : names.codes(systemIds).join(joiner))),
    },
  ]
}

function languageColumn(name: string, language: 'ja' | 'en'): ColumnDescription {
  return {
    name: `${name}_${language}`,
    kind: 'text',
    label: partOf(words(`bundle.horizon.${name}`), words(`value.language.${language}`)),
  }
}

function text(name: string, more: Partial<ColumnDescription> = {}): ColumnDescription {
  return { name, kind: 'text', label: words(`bundle.horizon.${name}`), ...more }
}
