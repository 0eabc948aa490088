/**
 * JSON as a source of the import: one list of objects in it becomes the same records that a sheet yields. What an object nests
 * stands under a heading of its own with dots (`owner.name`); a list is one cell of JSON. A row is
 * the object's place in its list, or its line where every line is an object.
 */
import { setImmediate } from 'node:timers/promises'
import { columnsOf } from '#shared/domain/import-mapping.ts'
import type { SheetChoice } from '#shared/domain/import-report.ts'
import { partsOfCell } from '#shared/domain/import-values.ts'
import { Problem } from '#shared/domain/problem.ts'
import { inMegabytes } from '../workbook/archive.ts'
import { JsonObject, JsonReader, type JsonValue } from './json-values.ts'
import type { Layout } from './layout.ts'
import type { SheetRecord } from './records.ts'
import { assertNotCancelled, type LongWork } from './source.ts'

/** The largest JSON that is read, since its values are held in memory. */
export const largestJson = 50 * 1024 * 1024
/** More headings are no list: objects whose keys are somebody's data. */
const mostHeadings = 2000
/** Lists are looked for so far below the top. */
const deepestList = 6
const batchSize = 500

export interface JsonSource {
  /** The lists of the file by their path; empty where it is nothing but one list. */
  readonly sheets: readonly SheetChoice[]
  /** The path of the one that is read; null where nothing is to be chosen. */
  readonly name: string | null
  readonly headings: readonly string[]
  readonly rows: readonly { readonly row: number; readonly cells: ReadonlyMap<number, string> }[]
}

/** JSON that may hold a list. A title or heading in brackets (`[2026年度] AI利用台帳`, `[1] 名称`) is a table's. */
export function startsAsJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*[{["\]])/.test(text)
}

/** JSON_TOO_LARGE. */
export function assertJsonSize(bytes: number, file: string): void {
  if (bytes > largestJson) throw new Problem('JSON_TOO_LARGE', { file, most: inMegabytes(largestJson) })
}

/** The list that was asked for, else the longest. JSON_NO_LIST, JSON_LIST_MISSING, JSON_TOO_MANY_KEYS, and what JsonReader refuses. */
export async function readJson(
  text: AsyncIterable<string>,
  file: string,
  asked: string | undefined,
  work: LongWork,
): Promise<JsonSource> {
  const reader = new JsonReader(file)
  for await (const piece of text) {
    assertNotCancelled(work.signal)
    reader.read(piece)
    await setImmediate()
  }
  const lists = listsOf(reader.end())
  const chosen =
    asked === undefined
      ? lists.reduce<JsonList | null>(
          (best, each) => (each.items.length > (best?.items.length ?? -1) ? each : best),
          null,
        )
      : (lists.find(({ name }) => name === asked) ?? null)
  if (chosen === null && asked !== undefined && lists.some(({ name }) => name !== ''))
    throw new Problem('JSON_LIST_MISSING', { file, list: asked, lists: lists.map(({ name }) => name) })
  if (chosen === null && asked !== undefined && lists.length > 0)
    throw new Problem('SOURCE_HAS_NO_SHEETS', { file, sheet: asked })
  if (chosen === null) throw new Problem('JSON_NO_LIST', { file })
  const named = lists.filter(({ name }) => name !== '')
  return {
    sheets: named.map(({ name }) => ({ name, state: 'visible' as const })),
    name: chosen.name === '' ? null : chosen.name,
    ...tableOf(chosen, file),
  }
}

interface JsonList {
  /** The path; empty: the file itself. */
  readonly name: string
  readonly items: readonly { readonly row: number; readonly value: JsonValue }[]
}

function listsOf(roots: readonly { readonly line: number; readonly value: JsonValue }[]): JsonList[] {
  const [first] = roots
  if (first === undefined) return []
  if (roots.length > 1) return [{ name: '', items: roots.map(({ line, value }) => ({ row: line, value })) }]
  if (isList(first.value)) return isListOfObjects(first.value) ? [listNamed('', first.value)] : []
  if (!isObject(first.value)) return []
  const within = listsWithin(first.value, [])
  // An object that holds no list is a list of one.
  return within.length > 0 || first.value.members.length === 0 ? within : [listNamed('', [first.value])]
}

function listsWithin(object: JsonObject, path: readonly string[]): JsonList[] {
  if (path.length >= deepestList) return []
  return object.members.flatMap(([key, value]) => {
    const at = [...path, key]
    if (isList(value)) return isListOfObjects(value) ? [listNamed(at.join('.'), value)] : []
    return isObject(value) ? listsWithin(value, at) : []
  })
}

function listNamed(name: string, values: readonly JsonValue[]): JsonList {
  return { name, items: values.map((value, index) => ({ row: index + 1, value })) }
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}
function isObject(value: JsonValue): value is JsonObject {
  return value instanceof JsonObject
}
function isListOfObjects(values: readonly JsonValue[]): boolean {
  return values.some(isObject)
}

function tableOf({ items }: JsonList, file: string): Pick<JsonSource, 'headings' | 'rows'> {
  const places = new Map<string, number>()
  const place = (heading: string): number => {
    const known = places.get(heading)
    if (known !== undefined) return known
    if (places.size >= mostHeadings) throw new Problem('JSON_TOO_MANY_KEYS', { file, most: mostHeadings })
    places.set(heading, places.size)
    return places.size - 1
  }
  const rows = items.map(({ row, value }) => {
    const cells = new Map<number, string>()
    for (const [heading, text] of flattened(value, '')) {
      // A key that says nothing in any row is no column: `owner: null` beside `owner.name`.
      if (text === '') continue
      const at = place(heading)
      // `{"a.b": 1, "a": {"b": 2}}`: both are kept.
      const known = cells.get(at)
      cells.set(at, known === undefined ? text : listText([known, text]))
    }
    return { row, cells }
  })
  return { headings: [...places.keys()], rows }
}

/** What a value says, by dotted headings, in the order of the file; null says nothing. */
function flattened(value: JsonValue, heading: string): [heading: string, text: string][] {
  if (value === null) return [[heading, '']]
  if (typeof value === 'string') return [[heading, value]]
  if (isObject(value))
    return value.members.flatMap(([key, each]) => flattened(each, heading === '' ? key : `${heading}.${key}`))
  return isListOfObjects(value) ? flattenedObjects(value, heading) : [[heading, listText(value.map(textOf))]]
}

/** A list of objects says, under each heading within it, what its objects say there, in their order. */
function flattenedObjects(values: readonly JsonValue[], heading: string): [string, string][] {
  const each = values.map((value) => new Map(flattened(isList(value) ? textOf(value) : value, heading)))
  const headings = [...new Set(each.flatMap((texts) => [...texts.keys()]))]
  return headings.map((name) => [name, listText(each.map((texts) => texts.get(name) ?? ''))])
}

function textOf(value: JsonValue): string {
  if (value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(plainOf(value))
}

function plainOf(value: JsonValue): unknown {
  if (isObject(value)) return Object.fromEntries(value.members.map(([key, each]) => [key, plainOf(each)]))
  return isList(value) ? value.map(plainOf) : value
}

/** A list is written as JSON, whatever stands within its parts; one part that nothing would split stands for itself. */
export function listText(parts: readonly string[]): string {
  if (parts.every((part) => part === '')) return ''
  const [only = ''] = parts
  const isPlain = parts.length === 1 && only === only.trim() && isOnePart(only)
  return isPlain ? only : JSON.stringify(parts)
}

function isOnePart(text: string): boolean {
  const [first, ...more] = partsOfCell(text)
  return first === text && more.length === 0
}

function cellsOf({ headings }: JsonSource, cells: ReadonlyMap<number, string>): string[] {
  return headings.map((_, index) => cells.get(index) ?? '')
}

/** SOURCE_EMPTY, and HEADER_ROW_MISSING where a person names a row of headings: the keys are the headings. */
export function layoutOfJson(
  json: JsonSource,
  { file, headerRow, first, shown }: { file: string; headerRow: number | undefined; first: number; shown: number },
): Layout {
  if (headerRow !== undefined && headerRow > 0) throw new Problem('HEADER_ROW_MISSING', { file, row: headerRow })
  if (json.rows.length === 0) throw new Problem('SOURCE_EMPTY', { file })
  const records = json.rows.slice(0, first).map(({ row, cells }) => ({ row, cells: cellsOf(json, cells) }))
  return {
    delimiter: null,
    headerRow: 0,
    columns: columnsOf(json.headings, json.headings.length),
    shift: 0,
    top: records.slice(0, shown),
    sample: records.map(({ cells }) => cells),
  }
}

export async function* jsonRecords(json: JsonSource, work: LongWork): AsyncGenerator<SheetRecord[], void, void> {
  const total = json.rows.length
  for (let from = 0; from < total; from += batchSize) {
    assertNotCancelled(work.signal)
    const batch = json.rows.slice(from, from + batchSize)
    yield batch.map(({ row, cells }) => ({ row, cells: cellsOf(json, cells) }))
    work.progress?.({ stage: 'checking', done: from + batch.length, total })
    await setImmediate()
  }
}
