/**
 * Which column is what: suggested from the headings and the words below them, or said by a mapping file. Everything here is
 * pure, so that the window, the command line and the tests map alike.
 */
import { z } from 'zod'
import { options } from './fields.ts'
import { dayOrders, type DayOrder, readDay } from './import-day.ts'
import { foldHeading, type HeadingMeaning } from './import-heading-book.ts'
import { identifierScore } from './import-headings.ts'
import { type ImportNoun, type ImportProfile, importNouns, importProfiles } from './import-profile.ts'
import { gradeAxes, makeableNouns } from './import-record/record-targets.ts'
import { choiceFields, everyTarget, type Target, type TargetReading } from './import-targets.ts'
import { codeOfWord, foldWord, isEmptyWord, partsOfCell } from './import-values.ts'
import { Problem } from './problem.ts'
import { gradeSchema, impactDimensions } from './scoring.ts'

/** A column of the sheet. `label` is its heading, told apart by position where two are equal or none stands there. */
export interface Column {
  /** Counted from 0. */
  readonly index: number
  readonly heading: string
  readonly label: string
}

/** `#3` is the third column; it is how a mapping names a column without a heading or one of several equal ones. */
export function positionLabel(index: number): string {
  return `#${index + 1}`
}

/** The columns of a header row; the heading itself without the byte-order marks that some files hold in the middle. */
export function columnsOf(headings: readonly string[], width: number): Column[] {
  const shown = Array.from({ length: Math.max(width, headings.length) }, (_, index) =>
    (headings[index] ?? '').replace(/[\ufeff\u200b-\u200d\u2060]/g, '').trim(),
  )
  const counts = new Map<string, number>()
  for (const heading of shown) counts.set(heading, (counts.get(heading) ?? 0) + 1)
  return shown.map((heading, index) => ({
    index,
    heading,
    label:
      heading === ''
        ? positionLabel(index)
        : (counts.get(heading) ?? 0) > 1
          ? `${heading} ${positionLabel(index)}`
          : heading,
  }))
}

export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/**
 * A mapping file: JSON that says what a source is. `columns` names a column by its heading or as `#3` and gives the field,
 * or null for "keep it as a note"; columns that it does not name are mapped by their headings. Several columns on `unit`
 * are levels of the tree, in the order in which they stand in the mapping. `values` words the codes of a field; null: the word
 * says nothing here.
 */
export const mappingFileSchema = z.strictObject({
  version: z.literal(1),
  /** What the files of this mapping hold; unsaid, what the person imports. */
  noun: z.enum(importNouns).optional(),
  headerRow: z.int().min(0).optional(),
  encoding: z.string().optional(),
  /** The sheet of a workbook, by its name. */
  sheet: z.string().min(1).optional(),
  delimiter: z.enum(delimiters).optional(),
  /** How 5/1/2022 is read; unsaid, such a day stays empty and is listed. */
  dayOrder: z.enum(dayOrders).optional(),
  /** The column whose words tell the systems apart at a second import. */
  key: z.union([z.string().min(1), z.strictObject({ column: z.int().min(1) })]).optional(),
  columns: z.record(z.string(), z.enum(everyTarget as [Target, ...Target[]]).nullable()).optional(),
  values: z.record(z.string(), z.record(z.string(), z.string().nullable())).optional(),
  /** What sets the parts of a list in one cell apart, where it is one sign only. */
  join: z.enum(['|', ';', ',', '\n']).optional(),
  /** Field → code, for rows that state none. */
  defaults: z.record(z.string(), z.string()).optional(),
  /** Words of the source's scale → grade 1 to 5 here; null: not judged. A word that is not listed is not taken over. */
  levels: z.partialRecord(z.enum(gradeAxes), z.record(z.string(), gradeSchema.nullable())).optional(),
  /** The dimension to which the source's one impact belongs; unsaid, no level is taken over. */
  impactDimension: z.enum(impactDimensions).optional(),
  /** Words of the key column that stand in several rows, each of which is a record of its own; other such rows are left out. */
  apart: z.array(z.string().min(1)).optional(),
  /** Noun → word of the source → code of the record that it means: numbers of users, names that were changed. */
  names: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  /** Nouns of which records are made for names that nobody bears, with the choices that such a record needs; unsaid: `madeUnsaid`. */
  make: z.partialRecord(z.enum(makeableNouns), z.record(z.string(), z.string())).optional(),
})
export type MappingFile = z.infer<typeof mappingFileSchema>

/**
 * What is made of names that nobody bears, where the mapping does not say: an inventory brings the units and people that it
 * names, in every other list a person asks for it.
 */
export const madeUnsaid: Readonly<Partial<Record<ImportNoun, NonNullable<MappingFile['make']>>>> & {
  readonly system: NonNullable<MappingFile['make']>
} = { system: { person: {}, unit: {} } }

/** A mapping file as it was read. MAPPING_INVALID names the place and what is wrong there. */
export function checkMappingFile(content: unknown): MappingFile {
  const result = mappingFileSchema.safeParse(content)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw invalid(issue?.path.join('.') ?? '', issue?.message ?? '')
  }
  for (const [field, words] of Object.entries(result.data.values ?? {})) {
    for (const [word, code] of Object.entries(words))
      if (code !== null) assertCode(field, code, `values.${field}`, `values.${field}.${word}`)
  }
  for (const [field, code] of Object.entries(result.data.defaults ?? {}))
    assertCode(field, code, `defaults.${field}`, `defaults.${field}`)
  return result.data
}

/** What the field of any list could hold; the noun's own schema decides when the rows are read. */
function assertCode(field: string, code: string, fieldAt: string, codeAt: string): void {
  const names = choiceFields.get(field)
  if (names === undefined) throw invalid(fieldAt, `expected one of ${[...choiceFields.keys()].join(', ')}`)
  const codes: readonly string[] = [...new Set(names.flatMap((name): readonly string[] => options[name]))]
  if (!codes.includes(code)) throw invalid(codeAt, `expected one of ${codes.join(', ')}`)
}

function invalid(at: string, detail: string): Problem {
  return new Problem('MAPPING_INVALID', { at: at === '' ? '.' : at, detail })
}

export interface UnitLevel {
  readonly index: number
  readonly level: number
}

/** Columns of an export of Daicho's own that say which record a row is, and what it refers to by code. */
export const ownParts = [
  'id',
  'code',
  'version',
  'unitCode',
  'dependsOn',
  'surchargeOwner',
  'surchargeOwnerName',
  'withdrawnOn',
  'withdrawnReason',
] as const
export type OwnPart = (typeof ownParts)[number]

export interface OwnColumns {
  /** All columns that the export wrote: those that are no field are labels of others, and none of them is a source note. */
  readonly columns: ReadonlySet<number>
  /** Where the parts stand. */
  readonly parts: Readonly<Partial<Record<OwnPart, number>>>
}

/** What every column is; what a row is read by. */
export interface Mapping {
  readonly columns: readonly Column[]
  /** Column index → target. Units stand in `units`. */
  readonly targets: ReadonlyMap<number, Target>
  /** Columns of the tree of units, the highest level first. */
  readonly units: readonly number[]
  /** The key column that the mapping file names. */
  readonly key: number | null
  /** Columns that may hold an identifier, the likeliest first. */
  readonly identifiers: readonly number[]
  /** Field → folded word → code. */
  readonly words: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Field → folded words that say nothing here. */
  readonly silent: ReadonlyMap<string, ReadonlySet<string>>
  /** What else the mapping file says, for the nouns that are read by their fields. */
  readonly said: Pick<MappingFile, 'join' | 'defaults' | 'levels' | 'impactDimension' | 'apart' | 'names' | 'make'>
  readonly dayOrder: DayOrder | null
  /** Null where the sheet is not an export of Daicho's own. */
  readonly own: OwnColumns | null
}

/** True where the mapping knows what the system is called. */
export function hasName(mapping: Mapping): boolean {
  return [...mapping.targets.values()].some((target) => target === 'name' || target.startsWith('name.'))
}

interface Claim {
  readonly index: number
  readonly meaning: HeadingMeaning
}

/**
 * The mapping of a sheet: what the file says, then what the headings mean. `sample` are the cells of some rows below the
 * header, by which headings that could mean several fields are decided.
 */
export function mapColumns(
  columns: readonly Column[],
  sample: readonly (readonly string[])[],
  file: MappingFile | null,
  profile: ImportProfile = importProfiles.system,
): Mapping {
  const { readings } = profile
  const said = new Map<number, Target | null>()
  for (const [name, target] of Object.entries(file?.columns ?? {}))
    said.set(columnNamed(columns, name, 'columns').index, target)
  const taken = new Set<Target>()
  const result = new Map<number, Target>()
  const units: UnitLevel[] = []
  for (const [index, target] of said) {
    if (target === null) continue
    const reading = readings.get(target)
    if (reading === undefined) throw invalid(`columns.${columns[index]?.label ?? ''}`, `${target} is no field here`)
    if (target === 'unit') units.push({ index, level: units.length })
    else if (taken.has(target) && reading.kind !== 'repeated')
      throw invalid(`columns.${columns[index]?.label ?? ''}`, `${target} is named twice`)
    else result.set(index, target)
    taken.add(target)
  }
  const nameSaid = [...taken].some((target) => target === 'name' || target.startsWith('name.'))
  const claims: Claim[] = columns
    .filter((column) => !said.has(column.index))
    .flatMap((column) =>
      profile.headings.meaningsOf(column.heading).map((meaning) => ({ index: column.index, meaning })),
    )
    .filter(({ index, meaning }) => !meaning.weak || fits(readings.get(meaning.target), index, sample))
    .sort((one, other) => other.meaning.score - one.meaning.score || one.index - other.index)
  const mapped = new Set(result.keys())
  const unitsSaid = units.length > 0
  for (const { index, meaning } of claims) {
    const { target } = meaning
    if (mapped.has(index) || units.some((unit) => unit.index === index)) continue
    if (target === 'unit') {
      if (unitsSaid || units.some((unit) => unit.level === meaning.level)) continue
      units.push({ index, level: meaning.level })
      continue
    }
    if (taken.has(target) || (nameSaid && (target === 'name' || target.startsWith('name.')))) continue
    taken.add(target)
    mapped.add(index)
    result.set(index, target)
  }
  if (![...taken].some((target) => target === 'name' || target.startsWith('name.'))) nameFromModel(result)
  settleLanguages(result, readings)
  units.sort((one, other) => one.level - other.level)
  return {
    columns,
    targets: result,
    units: units.map((unit) => unit.index),
    key: keyOf(columns, file),
    identifiers: columns
      .filter((column) => !result.has(column.index) && !units.some((unit) => unit.index === column.index))
      .map((column) => ({ index: column.index, score: identifierScore(column.heading) ?? 0 }))
      .filter((each) => each.score > 0)
      .sort((one, other) => other.score - one.score || one.index - other.index)
      .map((each) => each.index),
    words: wordsOf(file),
    silent: silentOf(file),
    said: file ?? {},
    dayOrder: file?.dayOrder ?? null,
    own: null,
  }
}

/** A list of models without any other name is a list of systems by their models' names. */
function nameFromModel(result: Map<number, Target>): void {
  for (const [index, target] of result) if (target === 'model') result.set(index, 'name')
}

/** Where one language has a column of its own, the column without a language is the other one. */
function settleLanguages(result: Map<number, Target>, readings: ImportProfile['readings']): void {
  const all = new Set(result.values())
  for (const [index, target] of result) {
    if (!readings.has(`${target}.ja`)) continue
    if (all.has(`${target}.en`) && all.has(`${target}.ja`)) result.delete(index)
    else if (all.has(`${target}.en`)) result.set(index, `${target}.ja`)
    else if (all.has(`${target}.ja`)) result.set(index, `${target}.en`)
  }
}

function keyOf(columns: readonly Column[], file: MappingFile | null): number | null {
  if (file?.key === undefined) return null
  const name = typeof file.key === 'string' ? file.key : positionLabel(file.key.column - 1)
  return columnNamed(columns, name, 'key').index
}

function columnNamed(columns: readonly Column[], name: string, at: string): Column {
  const byLabel = columns.find((column) => column.label === name)
  if (byLabel) return byLabel
  const position = /^#(\d+)$/.exec(name)
  const byPosition = position ? columns[Number(position[1]) - 1] : undefined
  if (byPosition) return byPosition
  const folded = foldHeading(name)
  const same = folded === '' ? [] : columns.filter((column) => foldHeading(column.heading) === folded)
  const [first, second] = same
  if (first && second) throw invalid(`${at}.${name}`, `several columns: ${same.map((each) => each.label).join(', ')}`)
  if (!first)
    throw invalid(`${at}.${name}`, `no such column; there are ${columns.map((each) => each.label).join(', ')}`)
  return first
}

function wordsOf(file: MappingFile | null): Mapping['words'] {
  return new Map(
    Object.entries(file?.values ?? {}).map(([field, words]) => [
      field,
      new Map(Object.entries(words).flatMap(([word, code]) => (code === null ? [] : [[foldWord(word), code]]))),
    ]),
  )
}

function silentOf(file: MappingFile | null): Mapping['silent'] {
  return new Map(
    Object.entries(file?.values ?? {}).map(([field, words]) => [
      field,
      new Set(Object.entries(words).flatMap(([word, code]) => (code === null ? [foldWord(word)] : []))),
    ]),
  )
}

/** True where at least half of the different words of a column have a meaning for the target. */
function fits(reading: TargetReading | undefined, index: number, sample: readonly (readonly string[])[]): boolean {
  if (reading === undefined) return false
  if (reading.kind === 'text') return true
  const cell = reading.kind === 'cell' ? reading.field : null
  if (cell !== null && !['choice', 'choices', 'day'].includes(cell.kind)) return true
  const words = new Set(sample.map((cells) => foldWord(cells[index] ?? '')).filter((word) => !isEmptyWord(word)))
  if (words.size === 0) return false
  const met = [...words].filter((word) => {
    const how = cell ?? reading
    if (how.kind === 'choice') return codeOfWord(how.options, word) !== null
    if (how.kind === 'choices') return partsOfCell(word).some((part) => codeOfWord(how.options, part) !== null)
    return how.kind === 'day' && readDay(word, null).kind !== 'no_day'
  })
  return met.length * 2 >= words.size
}

/** Cells of a row that its header would know: how a header row is told from titles above it and data below it. */
export function knownHeadings(
  cells: readonly string[],
  file: MappingFile | null,
  profile: ImportProfile = importProfiles.system,
): number {
  const named = new Set(Object.keys(file?.columns ?? {}).map(foldHeading))
  const found = new Set<string>()
  let known = 0
  for (const cell of cells) {
    if (cell.length > 300 || cell.trim() === '') continue
    const folded = foldHeading(cell)
    if (folded === '' || found.has(folded)) continue
    found.add(folded)
    const [meaning] = profile.headings.meaningsOf(cell)
    if (named.has(folded)) known += 1
    else if (meaning) known += meaning.weak ? 0.5 : meaning.target.startsWith('name') ? 1.5 : 1
    else if (identifierScore(cell) !== null) known += 0.5
  }
  return known
}
