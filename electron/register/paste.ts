/**
 * A block of cells pasted from a spreadsheet: read cell by cell, shown as what would change, and written in one transaction.
 * Reading gives up its turn between batches of rows, so that it can be cancelled; the write is one synchronous transaction.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { z } from 'zod'
import type { PasteCell, PasteInput, PasteResult, PasteRow } from '#shared/contract/batch.ts'
import { type CreateInput, plainSchema } from '#shared/contract/records.ts'
import { type FieldDescription, fields } from '#shared/domain/fields.ts'
import type { RecordOf } from '#shared/domain/nouns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { type CellReading, type CellRefusal, readCell, resolveWords, valueAfter } from '#shared/domain/read-cell.ts'
import type { Language } from '#shared/domain/text.ts'
import { type ManyInput, writeMany } from './batch.ts'
import { assertUntouched } from './changed-meanwhile.ts'
import { LabelCollector } from './labels.ts'
import type { StagedWork } from './long-work.ts'
import type { PlainNoun } from './new-records.ts'
import { RecordNames } from './record-names.ts'
import { assertRules, type RecordSource } from './record-rules.ts'
import type { Patch } from './records.ts'
import { canonicalJson, sha256 } from './store/canonical.ts'
import { validated } from './store/change.ts'
import { recordTables } from './store/record-table.ts'
import type { Register } from './store/register-file.ts'

const batch = 100

interface Column {
  readonly field: FieldDescription
  readonly language: Language
}

/** INVALID where a column names no field; BATCH_REFUSED, PREVIEW_OUTDATED where it was to be written. CANCELLED. */
export async function paste(
  register: Register,
  noun: PlainNoun,
  input: PasteInput,
  work: StagedWork,
): Promise<PasteResult> {
  const block = new Block(register, noun, input)
  const total = input.rows.length
  for (const [index, row] of input.rows.entries()) {
    if (index % batch === 0) {
      work.progress({ stage: 'reading', done: index, total })
      await nextTurn()
      if (work.signal.aborted) throw new Problem('CANCELLED')
    }
    block.read(row)
  }
  block.checkRules()
  const { outcomes } = block
  const rows = outcomes.map((outcome) => outcome.row)
  const counts = { changed: 0, unchanged: 0, new: 0, refused: 0 }
  for (const row of rows) counts[row.state] += 1
  const preview = sha256(canonicalJson(rows))
  const shown = { rows, counts, labels: block.labels(), preview }
  if (!input.commit) return { ...shown, written: null }
  if (input.preview !== null && input.preview !== preview) throw new Problem('PREVIEW_OUTDATED')
  if (counts.refused > 0 && !input.leaveOutRefused) throw refusalOf(noun, rows, block.columnNames)
  work.progress({ stage: 'writing', done: total, total })
  await nextTurn()
  if (work.signal.aborted) throw new Problem('CANCELLED')
  return { ...shown, written: writeMany(register, noun, `${noun}.paste`, block.writes()) }
}

interface Outcome<N extends PlainNoun> {
  row: PasteRow
  readonly version: number | null
  readonly patch: Readonly<Record<string, unknown>>
  /** The record as it would be; null for a new or refused one. */
  readonly candidate: RecordOf<N> | null
  readonly stored: RecordOf<N> | null
}

class Block<N extends PlainNoun> {
  readonly outcomes: Outcome<N>[] = []
  readonly columnNames: readonly (string | null)[]
  readonly #register: Register
  readonly #noun: N
  readonly #columns: readonly (Column | null)[]
  readonly #names: RecordNames
  readonly #input: PasteInput
  readonly #schema: z.ZodType
  readonly #collector = new LabelCollector()
  readonly #seen = new Set<string>()

  constructor(register: Register, noun: N, input: PasteInput) {
    this.#register = register
    this.#noun = noun
    this.#input = input
    this.#names = new RecordNames(register.read)
    this.#schema = plainSchema(noun, true)
    const { language } = register.organisation()
    this.columnNames = input.columns.map((name) => name?.split('.')[0] ?? null)
    this.#columns = input.columns.map((name) => (name === null ? null : columnOf(noun, name, language)))
  }

  read(row: PasteInput['rows'][number]): void {
    this.outcomes.push(row.id === null ? this.#newRow(row.cells) : this.#changedRow(row.id, row.version, row.cells))
  }

  /** Rules that look at more than one field, or record: with all rows as they would be. */
  checkRules(): void {
    const byId = new Map(
      this.outcomes.flatMap(({ candidate }) => (candidate === null ? [] : [[candidate.id, candidate]])),
    )
    const source: RecordSource = {
      read: this.#register.read,
      get: (noun, id) => {
        const record =
          (noun === (this.#noun as string) ? byId.get(id) : undefined) ??
          recordTables[noun].get(this.#register.read, id)
        if (record === undefined) throw new Problem('NOT_FOUND', { noun, id })
        return record as never
      },
    }
    for (const outcome of this.outcomes) {
      const { candidate } = outcome
      if (candidate === null || outcome.row.state !== 'changed') continue
      const problem = problemIn(() => {
        assertRules(source, this.#noun, candidate, outcome.stored)
      })
      if (problem !== null) outcome.row = { ...outcome.row, state: 'refused', problem }
    }
  }

  labels(): PasteResult['labels'] {
    return this.#collector.labels(this.#register.read)
  }

  writes(): ManyInput<N> {
    const records: { id: string; version: number; patch: Patch<N> }[] = []
    const create: CreateInput<N>[] = []
    for (const { row, version, patch } of this.outcomes)
      if (row.state === 'new') create.push(patch as unknown as CreateInput<N>)
      else if (row.state === 'changed' && row.id !== null && version !== null)
        records.push({ id: row.id, version, patch: patch as Patch<N> })
    return { records, create }
  }

  #changedRow(id: string, version: number | null, cells: readonly string[]): Outcome<N> {
    const stored = recordTables[this.#noun].get(this.#register.read, id) as RecordOf<N> | undefined
    if (stored === undefined) return this.#refusedRow(id, null, { code: 'NOT_FOUND', facts: { noun: this.#noun, id } })
    const { code } = stored
    if (stored.withdrawn !== null)
      return this.#refusedRow(id, code, { code: 'WITHDRAWN', facts: { noun: this.#noun, id } })
    // One record has one row: of two it would not be known which is meant.
    if (this.#seen.has(id)) return this.#refusedRow(id, code, { code: 'CODE_TAKEN', facts: { code } })
    this.#seen.add(id)
    const { read, patch } = this.#cells(cells, stored, false)
    let candidate: RecordOf<N> | null = null
    const problem = problemIn(() => {
      assertUntouched(this.#register.read, this.#noun, stored, version ?? stored.version, patch as Partial<RecordOf<N>>)
      candidate = validated(this.#noun, { ...stored, ...patch })
    })
    const state = stateOf(read, problem)
    return {
      row: { id, code, state, cells: read, problem },
      version: version ?? stored.version,
      patch,
      candidate: state === 'changed' ? candidate : null,
      stored,
    }
  }

  #newRow(cells: readonly string[]): Outcome<N> {
    const { read, patch } = this.#cells(cells, null, true)
    const result = this.#schema.safeParse(patch)
    const field = String(result.error?.issues[0]?.path[0] ?? '')
    const issue = result.error?.issues[0]?.message ?? ''
    const isMissing = !(field in patch)
    const problem: PasteRow['problem'] = result.success
      ? null
      : { code: 'INVALID', facts: { noun: this.#noun, field, issue: isMissing ? 'REQUIRED' : issue } }
    const refused = problem !== null || read.some((cell) => cell.state === 'refused')
    return {
      row: { id: null, code: null, state: refused ? 'refused' : 'new', cells: read, problem },
      version: null,
      patch,
      candidate: null,
      stored: null,
    }
  }

  #refusedRow(id: string, code: string | null, problem: PasteRow['problem']): Outcome<N> {
    return {
      row: { id, code, state: 'refused', cells: [], problem },
      version: null,
      patch: {},
      candidate: null,
      stored: null,
    }
  }

  #cells(
    cells: readonly string[],
    stored: RecordOf<N> | null,
    isNew: boolean,
  ): { read: PasteCell[]; patch: Record<string, unknown> } {
    const patch: Record<string, unknown> = {}
    const read = this.#columns.map((column, index): PasteCell => {
      const text = cells[index]
      if (column === null || text === undefined) return { state: 'ignored', before: null, after: null, refusal: null }
      const { field } = column
      const value = (stored as Readonly<Record<string, unknown>> | null)?.[field.name] ?? null
      const before = field.name in patch ? patch[field.name] : value
      const reading = this.#reading(column, text)
      if (reading.kind === 'refused') return this.#refusedCell(before, text, reading)
      const after = valueAfter(reading, before)
      this.#collect(field, before, after)
      if (isSame(after, before) || (isNew && text.trim() === ''))
        return { state: 'unchanged', before, after: before, refusal: null }
      if (field.byVerb === true && !(isNew && field.atCreation === true))
        return this.#refusedCell(before, text, { kind: 'refused', issue: 'BY_VERB', facts: {}, candidates: [] })
      patch[field.name] = after
      return { state: 'changed', before, after, refusal: null }
    })
    return { read, patch }
  }

  #reading({ field, language }: Column, text: string): Exclude<CellReading, { kind: 'words' }> {
    const reading = readCell(this.#noun, field, text, { language, dayOrder: this.#input.dayOrder })
    return reading.kind === 'words'
      ? resolveWords(field, reading, (noun, word) => this.#names.find(noun, word))
      : reading
  }

  #refusedCell(before: unknown, text: string, { issue, facts, candidates }: CellRefusal): PasteCell {
    this.#collector.add(...candidates)
    return { state: 'refused', before, after: text, refusal: { issue, facts, candidates } }
  }

  #collect(field: FieldDescription, ...values: readonly unknown[]): void {
    if (field.kind !== 'reference' && field.kind !== 'references') return
    for (const value of values.flat()) if (typeof value === 'string') this.#collector.add(value)
  }
}

function columnOf(noun: PlainNoun, name: string, language: Language): Column {
  const [base = '', part] = name.split('.')
  const field = fields[noun].find((each) => each.name === base)
  const isPart = part === 'ja' || part === 'en'
  if (field === undefined || (part !== undefined && !(isPart && field.kind === 'bilingual')))
    throw new Problem('INVALID', { noun, field: name, issue: 'NO_SUCH_FIELD' })
  return { field, language: isPart ? part : language }
}

function stateOf(cells: readonly PasteCell[], problem: PasteRow['problem']): PasteRow['state'] {
  if (problem !== null || cells.some((cell) => cell.state === 'refused')) return 'refused'
  return cells.some((cell) => cell.state === 'changed') ? 'changed' : 'unchanged'
}

function problemIn(work: () => void): PasteRow['problem'] {
  try {
    work()
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { code: error.code, facts: error.facts }
  }
}

function refusalOf(noun: PlainNoun, rows: readonly PasteRow[], columns: readonly (string | null)[]): Problem {
  const refused = [...rows.entries()].filter(([, row]) => row.state === 'refused')
  const names = refused.map(([index, row]) => row.code ?? `+${String(index + 1)}`)
  const row = refused[0]?.[1]
  const at = row?.cells.findIndex((cell) => cell.state === 'refused') ?? -1
  const cell = row?.cells[at]
  const first =
    row?.problem ??
    ({
      code: 'INVALID',
      facts: { ...cell?.refusal?.facts, noun, field: columns[at] ?? '', issue: cell?.refusal?.issue ?? '' },
    } as const)
  return new Problem('BATCH_REFUSED', {
    ...first.facts,
    noun,
    first: first.code,
    record: names[0] ?? '',
    records: names.slice(0, 20),
    count: refused.length,
  })
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
