/** A workbook to each owner of AI systems, with what the register believes of them, to be confirmed or corrected. */
import { join } from 'node:path'
import type { Day } from '#shared/domain/calendar-date.ts'
import { writtenFileName } from '#shared/domain/file-name.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import {
  type AskedNoun,
  askedFields,
  keyCell,
  ownerAnswers,
  ownerColumns,
  ownerMarkCells,
  ownerQuestion,
} from '#shared/domain/owner-questions/owner-questionnaire.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { RegisterState } from '#shared/domain/register-state.ts'
import { inLanguage, type Language } from '#shared/domain/text.ts'
import { translate } from '#shared/locales/translate.ts'
import { holdingOf } from '../accountability.ts'
import { writeNewFile } from '../export/new-file.ts'
import { qualityOn } from '../quality.ts'
import { readOnlyProblem, type Register } from '../store/register-file.ts'
import { currentState } from '../store/replay.ts'
import { writeWorkbook, type WrittenChoice, type WrittenRow } from '../workbook/write-workbook.ts'
import { Shower, wordsToChoose } from './shown-value.ts'

export interface OwnerQuestionsInput {
  readonly folder: string
  readonly language: Language
  /** One owner; null: everybody who owns a system. */
  readonly ownerId: string | null
  /** These systems alone; unsaid: all that the owners answer for. */
  readonly systemIds?: ReadonlySet<string>
  readonly answerBy: Day | null
}

export interface WrittenOwnerQuestions {
  readonly personId: string
  readonly code: string
  readonly systems: number
  readonly rows: number
  readonly name: string
  readonly file: string
}

/** Writes the workbooks, and records who was asked. NOT_FOUND where there is nobody to ask; FOLDER_NOT_WRITABLE. */
export async function writeOwnerQuestions(
  register: Register,
  input: OwnerQuestionsInput,
): Promise<readonly WrittenOwnerQuestions[]> {
  if (register.readOnly !== null) throw readOnlyProblem(register.readOnly, register.file)
  const state = currentState(register.read)
  const made: Made[] = []
  for (const [personId, owned] of ownedSystems(register, state)) {
    if (input.ownerId !== null && personId !== input.ownerId) continue
    const systems = owned.filter(({ id }) => input.systemIds === undefined || input.systemIds.has(id))
    const person = state.people.find(({ id }) => id === personId)
    if (person !== undefined && systems.length > 0)
      made.push(await makeFor(register, state, { person, systems, input }))
  }
  if (made.length === 0 && (input.ownerId !== null || input.systemIds !== undefined))
    throw new Problem('NOT_FOUND', { noun: input.ownerId === null ? 'system' : 'person', id: input.ownerId ?? '' })
  if (made.length === 0) return []
  // Where a file cannot be written, nobody is recorded as asked.
  return register.change({ operation: 'ownerQuestions.ask' }, (change) =>
    made.map(({ fileName, bytes, requestId: id, ...facts }) => {
      const name = writeNewFile(input.folder, fileName, bytes)
      const { personId, systems, rows: questions } = facts
      const { answerBy } = input
      change.add('ownerRequest', {
        id,
        personId,
        issuedOn: change.today,
        answerBy,
        systems,
        questions,
        answeredOn: null,
      })
      return { ...facts, name, file: join(input.folder, name) }
    }),
  )
}

interface Made extends Omit<WrittenOwnerQuestions, 'name' | 'file'> {
  /** Stands in the workbook, so that it answers this request and no other of the day. */
  readonly requestId: string
  readonly fileName: string
  readonly bytes: Uint8Array
}

type System = RecordOf<'system'>

/** Systems that are neither withdrawn nor retired, by who owns them today; people in the order of their codes. */
export function ownedSystems(register: Register, state: RegisterState): ReadonlyMap<string, readonly System[]> {
  const owned = new Map<string, System[]>()
  for (const system of state.systems) {
    if (system.withdrawn !== null || system.lifecycle === 'retired') continue
    const { personId } = holdingOf(register.read, 'system_owner', system.id, register.today())
    if (personId !== null) owned.set(personId, [...(owned.get(personId) ?? []), system])
  }
  const place = new Map(state.people.map(({ id }, index) => [id, index]))
  return new Map([...owned].sort(([one], [other]) => (place.get(one) ?? 0) - (place.get(other) ?? 0)))
}

interface Asked {
  readonly noun: AskedNoun
  readonly record: RecordOf<AskedNoun>
}

/** The systems, then what hangs on them and is not closed. */
function askedRecords(state: RegisterState, systems: readonly System[]): readonly Asked[] {
  const ids = new Set(systems.map(({ id }) => id))
  const touches = ({ systemIds, withdrawn }: Pick<RecordOf<'risk'>, 'systemIds' | 'withdrawn'>) =>
    withdrawn === null && systemIds.some((id) => ids.has(id))
  const of = <N extends AskedNoun>(noun: N, records: readonly RecordOf<N>[]): Asked[] =>
    records.map((record) => ({ noun, record }))
  return [
    ...of('system', systems),
    ...of(
      'risk',
      state.risks.filter((risk) => touches(risk) && risk.status === 'open'),
    ),
    ...of('control', state.controls.filter(touches)),
    ...of(
      'action',
      state.actions.filter((action) => touches(action) && action.state === 'open'),
    ),
  ]
}

const widths: Readonly<Record<(typeof ownerColumns)[number], number>> = {
  key: 10,
  kind: 14,
  code: 12,
  record: 30,
  item: 22,
  value: 44,
  answer: 14,
  correction: 44,
  remark: 30,
}

async function makeFor(
  register: Register,
  state: RegisterState,
  {
    person,
    systems,
    input: { language, answerBy },
  }: { readonly person: RecordOf<'person'>; readonly systems: readonly System[]; readonly input: OwnerQuestionsInput },
): Promise<Made> {
  const t = translate(language)
  const requestId = register.surroundings.newId()
  const answers = ownerAnswers.map((answer) => t(`ownerQuestions.answer.${answer}`))
  const shower = new Shower(register.read, language)
  const rows: WrittenRow[] = []
  const choices: WrittenChoice[] = []
  const column = (name: (typeof ownerColumns)[number]) => ownerColumns.indexOf(name)
  for (const { noun, record } of askedRecords(state, systems))
    for (const field of askedFields(noun)) {
      rows.push({
        cells: [
          keyCell({ noun, id: record.id, version: record.version, field: field.name }),
          t(`noun.${noun}.one`),
          record.code,
          inLanguage(record.name, language),
          t(`field.${noun}.${field.name}`),
          shower.value(
            field,
            field === ownerQuestion ? person.id : (record as unknown as Readonly<Record<string, unknown>>)[field.name],
          ),
          null,
          null,
          null,
        ],
      })
      const words = wordsToChoose(field, language)
      if (words !== null)
        choices.push({ column: column('correction'), fromRow: rows.length, toRow: rows.length, words })
    }
  choices.push({ column: column('answer'), fromRow: 1, toRow: rows.length, words: answers })
  const organisation = register.organisation()
  const to = inLanguage(person.name, language)
  const title = t('ownerQuestions.title')
  const sheet = t('ownerQuestions.sheet')
  const day = register.today()
  const bytes = await writeWorkbook({
    title,
    at: `${day}T00:00:00.000Z`,
    sheets: [
      {
        name: t('questionnaire.cover.sheet'),
        columns: [{ width: 18 }, { width: 90 }],
        rows: [
          { as: 'title', cells: [title] },
          { cells: [t('ownerQuestions.from'), inLanguage(organisation.name, language)] },
          { cells: [t('ownerQuestions.to'), to] },
          { cells: [t('questionnaire.cover.issuedOn'), { day }] },
          ...(answerBy === null ? [] : [{ cells: [t('questionnaire.cover.answerBy'), { day: answerBy }] }]),
          { cells: [] },
          { cells: [t('questionnaire.cover.filledOn'), null] },
          { cells: [t('questionnaire.cover.filledBy'), null] },
          { cells: [] },
          {
            cells: [
              t('questionnaire.cover.how'),
              t('ownerQuestions.how1', { sheet, answers: answers.join(t('app.listSeparator')) }),
            ],
          },
          { cells: [null, t('ownerQuestions.how2')] },
          { cells: [null, t('ownerQuestions.how3')] },
          { cells: [] },
          { cells: [null, t('questionnaire.cover.mark')] },
          {
            cells: ownerMarkCells({
              registerId: organisation.registerId,
              personId: person.id,
              issuedOn: day,
              language,
              rows: rows.length,
              requestId,
            }),
          },
        ],
      },
      {
        name: sheet,
        columns: ownerColumns.map((name) => ({ width: widths[name], hidden: name === 'key' })),
        rows: [{ as: 'heading', cells: ownerColumns.map((name) => t(`ownerQuestions.column.${name}`)) }, ...rows],
        frozenRows: 1,
        choices,
      },
      openPoints(register, systems, language),
    ],
  })
  const words = [t('ownerQuestions.fileName'), person.code, to, day]
  return {
    personId: person.id,
    code: person.code,
    systems: systems.length,
    rows: rows.length,
    requestId,
    fileName: `${writtenFileName(words.join('-'))}.xlsx`,
    bytes,
  }
}

/** What the rules of data quality find missing in their systems: to be known, not to be filled in here. */
function openPoints(register: Register, systems: readonly System[], language: Language) {
  const t = translate(language)
  const byId = new Map(systems.map((system) => [system.id, system]))
  const rows = qualityOn(register, null).results.flatMap(({ rule, findings }) =>
    findings.flatMap(({ recordId }): WrittenRow[] => {
      const system = byId.get(recordId)
      return system === undefined
        ? []
        : [{ cells: [system.code, inLanguage(system.name, language), t(`quality.rule.${rule.name}`)] }]
    }),
  )
  return {
    name: t('ownerQuestions.openPoints'),
    columns: [{ width: 12 }, { width: 36 }, { width: 70 }],
    rows: [
      {
        as: 'heading' as const,
        cells: [t('ownerQuestions.column.code'), t('ownerQuestions.column.record'), t('ownerQuestions.openPoint')],
      },
      ...rows,
    ],
    frozenRows: 1,
  }
}
