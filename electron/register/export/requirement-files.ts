/**
 * What follows from the requirements as tables: coverage by pack, principle, role, unit and system, every gap, and the statement
 * of applicability. Computed from the state that is exported, so that an auditor finds every count in the other tables again.
 */
import type { requirementTables } from '#shared/contract/requirement.ts'
import { AnswerableOn, holdingStates } from '#shared/domain/accountability.ts'
import type { Day } from '#shared/domain/calendar-date.ts'
import { Answering, type AnsweringControl, requirementFactsOf } from '#shared/domain/requirements/answering.ts'
import {
  appliesOf,
  appliesStates,
  applicabilityRows,
  coverageDimensions,
  type CoverageRow,
  coverageRows,
  type Exclusion,
  gapRows,
  gapStandings,
} from '#shared/domain/requirements/requirement-coverage.ts'
import type { RequirementItem } from '#shared/domain/requirements/requirement-pack.ts'
import type { RequirementPackRecord } from '#shared/domain/requirements/requirement-records.ts'
import { applyingOf, evidencedShare, standings } from '#shared/domain/requirements/standing.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import type { KriResult } from '#shared/domain/metrics/kri-result.ts'
import { boardQuestionsOn, type QuestionOn, questionStates } from '#shared/domain/requirements/board-questions.ts'
import { noText } from '#shared/domain/text.ts'
import { type Cell, type CsvFile, joiner } from './cell.ts'
import { columnsOf, derivedFile, type Of } from './derived-columns.ts'
import { partOf, words } from './labels.ts'
import { Names } from './names.ts'
import { sampleColumn } from './noun-columns.ts'
import { sampleMark } from './register-files.ts'

type RequirementTable = (typeof requirementTables)[number]

const { text, integer, bothLanguages, coded } = columnsOf('requirement')

/**
 * requirement_coverage.csv, requirement_gaps.csv, requirement_applicability.csv, board_questions.csv.
 * @param whole what the state was narrowed from; itself where it was not
 * @param figures all figures of the state, as its pages say them; asked for when a question is written
 */
export function requirementFiles(
  state: RegisterState,
  day: Day,
  figures: () => readonly KriResult[],
  whole: RegisterState = state,
): Readonly<Record<RequirementTable, CsvFile>> {
  const answering = new Answering(requirementFactsOf(state, day, whole))
  const names = new Names(state)
  const sample = sampleMark(state)
  return {
    coverage: coverageFile(answering, names, sample),
    gaps: gapsFile(answering, names, sample, new AnswerableOn(state.terms, state.assignments, day)),
    applicability: applicabilityFile(answering, names, sample),
    questions: questionsFile(answering, names, sample, day, figures),
  }
}

function coverageFile(answering: Answering, names: Names, sample: string | null): CsvFile {
  return derivedFile(
    'requirement_coverage.csv',
    ['pack', 'version', 'dimension_code', 'key'],
    () => coverageRows(answering),
    [
      ...packColumns<CoverageRow>(sample),
      ...coded<CoverageRow>('dimension', coverageDimensions, ({ dimension }) => dimension, 'requirement.dimension'),
      { column: text('key', { required: true }), of: (row) => keyOf(row, names) },
      ...bothLanguages<CoverageRow>('name', (row) => nameOf(row, names)),
      ...standings.map((standing) => ({
        column: {
          name: standing,
          kind: 'integer' as const,
          label: words(`requirement.standing.${standing}`),
          required: true as const,
        },
        of: ({ coverage }: CoverageRow) => coverage[standing],
      })),
      { column: integer('applying'), of: ({ coverage }) => applyingOf(coverage) },
      { column: { ...text('evidenced_share'), kind: 'number' }, of: ({ coverage }) => evidencedShare(coverage) },
    ],
  )
}

/** `all` for the whole, `none` for systems without a role or unit on record; a code for what has one. */
function keyOf({ dimension, key }: CoverageRow, names: Names): string {
  if (dimension === 'company' || dimension === 'systems') return 'all'
  return key === null ? 'none' : (names.code(key) ?? key)
}

function nameOf({ dimension, key }: CoverageRow, names: Names) {
  if (key === null) {
    if (dimension === 'role' || dimension === 'unit') return words(`requirement.without.${dimension}`)
    return words(`requirement.dimension.${dimension}`)
  }
  if (dimension === 'role') return words(`value.systemRole.${key}`)
  if (dimension === 'principle') return words(`principle.${key}`)
  const name = names.name(key)
  return { ja: name, en: name }
}

type Gap = ReturnType<typeof gapRows> extends Generator<infer Row> ? Row : never

function gapsFile(answering: Answering, names: Names, sample: string | null, answerable: AnswerableOn): CsvFile {
  const holder = (role: 'accountable_executive' | 'system_owner', name: string): Of<Gap>[] => {
    const of = ({ system }: Gap) => (system === null ? null : answerable.of(role, system.id))
    return [
      { column: text(name), of: (row) => names.name(of(row)?.personId ?? null) },
      {
        column: {
          name: `${name}_state_code`,
          kind: 'text',
          label: partOf(words(`bundle.requirement.${name}`), words('bundle.part.code')),
          codes: holdingStates,
        },
        of: (row) => of(row)?.state ?? null,
      },
    ]
  }
  return derivedFile('requirement_gaps.csv', ['pack', 'version', 'item', 'subject_code'], () => gapRows(answering), [
    ...packColumns<Gap>(sample),
    ...itemColumns<Gap>(),
    { column: text('subject_code', { required: true }), of: ({ system }) => system?.code ?? 'company' },
    {
      column: { ...text('system_code'), refersTo: { file: 'systems.csv', column: 'code' } },
      of: ({ system }) => system?.code ?? null,
    },
    { column: text('system_name'), of: ({ system }) => names.name(system?.id ?? null) },
    ...coded<Gap>('standing', gapStandings, ({ standing }) => standing, 'requirement.standing'),
    { column: { ...text('answered_on'), kind: 'day' }, of: ({ given }) => given?.on ?? null },
    { column: text('note'), of: ({ given }) => given?.note ?? null },
    { column: text('carried_from'), of: ({ given }) => given?.carriedFrom ?? null },
    { column: text('control_codes', { joined: true }), of: ({ controls }) => codesOf(controls) },
    ...holder('accountable_executive', 'executive'),
    ...holder('system_owner', 'owner'),
  ])
}

type Applicability = ReturnType<typeof applicabilityRows>[number]

function applicabilityFile(answering: Answering, names: Names, sample: string | null): CsvFile {
  const said = ({ system, reason, approverPersonId, on }: Exclusion) =>
    `${system === null ? '' : `${system.code}: `}${reason} (${names.name(approverPersonId) ?? approverPersonId}, ${on})`
  return derivedFile(
    'requirement_applicability.csv',
    ['pack', 'version', 'item'],
    () => answering.facts.packs.flatMap((pack) => applicabilityRows(answering, pack)),
    [
      ...packColumns<Applicability>(sample),
      ...itemColumns<Applicability>(),
      ...coded<Applicability>('applies', appliesStates, appliesOf, 'requirement.applies'),
      { column: integer('asked'), of: ({ asked }) => asked },
      { column: integer('excluded'), of: ({ exclusions }) => exclusions.length },
      {
        column: text('exclusions', { joined: true }),
        of: ({ exclusions }) => (exclusions.length === 0 ? null : exclusions.map(said).join(joiner)),
      },
      { column: text('control_codes', { joined: true }), of: ({ controls }) => codesOf(controls) },
      { column: integer('evidence'), of: ({ controls }) => controls.reduce((sum, each) => sum + each.evidence, 0) },
      ...standings.map((standing) => ({
        column: {
          name: standing,
          kind: 'integer' as const,
          label: words(`requirement.standing.${standing}`),
          required: true as const,
        },
        of: ({ coverage }: Applicability) => coverage[standing],
      })),
    ],
  )
}

/** Each question of the board with how it stands, what answers it and what the figures that bear on it say on the day. */
function questionsFile(
  answering: Answering,
  names: Names,
  sample: string | null,
  day: Day,
  results: () => readonly KriResult[],
): CsvFile {
  let byId: ReadonlyMap<string, KriResult> | null = null
  const said = (id: string) => {
    byId ??= new Map(results().map((result) => [result.id, result]))
    const { value = null, status = 'no_data' } = byId.get(id) ?? {}
    return value === null ? `${id}: ${status}` : `${id}: ${String(Number(value.toFixed(4)))} (${status})`
  }
  return derivedFile('board_questions.csv', ['pack', 'version', 'item'], () => boardQuestionsOn(answering, day) ?? [], [
    ...packColumns<QuestionOn>(sample),
    ...itemColumns<QuestionOn>(),
    ...bothLanguages<QuestionOn>('theme', ({ item }) => item.theme ?? noText),
    ...coded<QuestionOn>('question_state', questionStates, (row) => row.state, 'requirement.questionState'),
    ...coded<QuestionOn>('standing', standings, ({ standing }) => standing, 'requirement.standing'),
    { column: { ...text('answered_on'), kind: 'day' }, of: ({ given }) => given?.on ?? null },
    { column: text('note'), of: ({ given }) => given?.note ?? null },
    { column: text('control_codes', { joined: true }), of: ({ controls }) => codesOf(controls) },
    {
      column: text('figures', { joined: true }),
      of: ({ figures }) => (figures.length === 0 ? null : figures.map(said).join(joiner)),
    },
    { column: text('question_owner'), of: ({ given }) => names.name(given?.ownerId ?? null) },
    { column: { ...text('due_on'), kind: 'day' }, of: ({ given }) => given?.dueOn ?? null },
    {
      column: text('references', { joined: true }),
      of: ({ item }) => [...item.references, ...item.further].join(joiner) || null,
    },
  ])
}

function packColumns<Row extends { readonly pack: RequirementPackRecord }>(sample: string | null): readonly Of<Row>[] {
  return [
    { column: text('pack', { required: true }), of: ({ pack }) => pack.packId },
    { column: text('version', { required: true }), of: ({ pack }) => pack.packVersion },
    { column: sampleColumn(sample), of: () => sample },
  ]
}

/** A title with how far it was found: F, FM (partly), O (Daicho's own). */
function itemColumns<Row extends { readonly item: RequirementItem }>(): readonly Of<Row>[] {
  return [
    { column: text('item', { required: true }), of: ({ item }) => item.id },
    { column: text('number'), of: ({ item }) => item.number?.ja ?? null },
    ...bothLanguages<Row>('title', ({ item: { title } }) => ({
      ja: title.ja?.text ?? null,
      en: title.en?.text ?? null,
    })),
    ...bothLanguages<Row>('title_evidence', ({ item: { title } }) => ({
      ja: title.ja?.evidence ?? null,
      en: title.en?.evidence ?? null,
    })),
  ]
}

function codesOf(controls: readonly AnsweringControl[]): Cell {
  return controls.length === 0 ? null : controls.map(({ code }) => code).join(joiner)
}
