/**
 * Which texts of a record are words that a person may have typed, read from the schemas: not the keys of a shape, not enumerations,
 * days, ids, codes and digests.
 */
import { z } from 'zod'
import { type Noun, nounSchemas } from '#shared/domain/nouns.ts'

export type Rewrite = (text: string) => string

type Schema = z.core.$ZodType

/** Names of texts that no schema tells from words: ids of published lists, codes, places in time. */
const technicalNames: ReadonlySet<string> = new Set([
  'at',
  'carriedFrom',
  'code',
  'codes',
  'column',
  'columns',
  'direction',
  'encoding',
  'field',
  'id',
  'ids',
  'itemId',
  'learnedZone',
  'packId',
  'packVersion',
  'parent',
  'pointId',
  'pointsVersion',
  'reopens',
  'repeats',
  'requirementIds',
  'rule',
  'supersededBy',
  'supersedes',
  'version',
])

/** Fields in which nothing is a word, whatever noun they are of. */
const fixedNames = fixedFieldNames()

/** Whether a text, or a list of texts, is a code by the name under which it stands. */
export function isTechnical(name: string, value: unknown): boolean {
  const isText = typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string'))
  return isText && (technicalNames.has(name) || fixedNames.has(name))
}

/** The field with every free text of it rewritten; the same value where none differs. */
export function rewrittenField(noun: Noun, field: string, value: unknown, rewrite: Rewrite): unknown {
  // What a redaction names are digests, under the numbers of entries.
  if (noun === 'redaction' && field === 'replaced') return value
  const schema = shapeOf(noun)[field]
  return walked(schema, field, value, rewrite)
}

/** Whether a field may hold a value. */
export function fitsField(noun: Noun, field: string, value: unknown): boolean {
  const schema = shapeOf(noun)[field]
  return schema === undefined || z.core.safeParse(schema, value).success
}

function shapeOf(noun: Noun): Readonly<Record<string, Schema>> {
  return nounSchemas[noun].shape
}

function walked(schema: Schema | undefined, name: string, value: unknown, rewrite: Rewrite): unknown {
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean') return value
  const inner = schema === undefined ? undefined : innerOf(schema, value)
  if (typeof value === 'string') {
    if (inner === undefined ? isTechnical(name, value) : !isFree(inner, name)) return value
    return rewrite(value)
  }
  if (Array.isArray(value)) {
    const written = value.map((each, index) => walked(elementOf(inner, index), name, each, rewrite))
    return written.every((each, index) => each === value[index]) ? value : written
  }
  if (typeof value !== 'object') return value
  const before = Object.entries(value)
  // Headings of somebody's own file are the keys of a mapping, and may be words of a person.
  const isHeadings = inner instanceof z.core.$ZodRecord && name === 'mapping'
  const after = before.map(([key, each]) => {
    const word = isHeadings ? rewrite(key) : key
    return [word in value ? key : word, walked(partOf(inner, key), key, each, rewrite)] as const
  })
  return after.every(([key, each], index) => key === before[index]?.[0] && each === before[index][1])
    ? value
    : Object.fromEntries(after)
}

/** What is left of a schema without its wrappers: of several, the one that the value is of. */
function innerOf(schema: Schema, value: unknown): Schema | undefined {
  if (
    schema instanceof z.core.$ZodNullable ||
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodDefault ||
    schema instanceof z.core.$ZodReadonly
  )
    return innerOf(schema._zod.def.innerType, value)
  if (schema instanceof z.core.$ZodLazy) return innerOf(schema._zod.def.getter(), value)
  if (schema instanceof z.core.$ZodPipe) return innerOf(schema._zod.def.in, value)
  if (schema instanceof z.core.$ZodUnion) {
    const some = schema._zod.def.options.find((each) => z.core.safeParse(each, value).success)
    return some === undefined ? undefined : innerOf(some, value)
  }
  return schema
}

function elementOf(schema: Schema | undefined, index: number): Schema | undefined {
  if (schema instanceof z.core.$ZodArray) return schema._zod.def.element
  if (schema instanceof z.core.$ZodTuple) return schema._zod.def.items[index]
  return undefined
}

function partOf(schema: Schema | undefined, key: string): Schema | undefined {
  if (schema instanceof z.core.$ZodObject) return schema._zod.def.shape[key]
  if (schema instanceof z.core.$ZodRecord) return schema._zod.def.valueType
  return undefined
}

/** A text without a format of its own: a day, an id, a code, a digest and an address of a source have one, a link does not count. */
function isFree(schema: Schema, name: string): boolean {
  if (!(schema instanceof z.core.$ZodString) || technicalNames.has(name)) return false
  const { def } = schema._zod
  const checks = (def.checks ?? []).map((each) => each._zod.def)
  if ('format' in def) return false
  for (const check of checks)
    if (check.check === 'string_format') return String((check as { pattern?: RegExp }).pattern).startsWith('/^https')
  // A day and a time zone are what a check of ours says, and have no length.
  return !checks.some(({ check }) => check === 'custom') || checks.some(({ check }) => check === 'max_length')
}

function fixedFieldNames(): ReadonlySet<string> {
  const free = new Set<string>()
  const all = new Set<string>()
  for (const schema of Object.values(nounSchemas))
    for (const [name, each] of Object.entries(schema.shape as Readonly<Record<string, Schema>>)) {
      all.add(name)
      if (holdsWords(each, name)) free.add(name)
    }
  return new Set([...all].filter((name) => !free.has(name)))
}

function holdsWords(schema: Schema, name: string): boolean {
  if (schema instanceof z.core.$ZodUnion) return schema._zod.def.options.some((each) => holdsWords(each, name))
  const inner = innerOf(schema, undefined)
  if (inner === undefined) return true
  if (inner !== schema) return holdsWords(inner, name)
  if (inner instanceof z.core.$ZodString) return isFree(inner, name)
  if (inner instanceof z.core.$ZodArray) return holdsWords(inner._zod.def.element, name)
  if (inner instanceof z.core.$ZodObject)
    return Object.entries(inner._zod.def.shape).some(([key, each]) => holdsWords(each, key))
  return !(
    inner instanceof z.core.$ZodEnum ||
    inner instanceof z.core.$ZodLiteral ||
    inner instanceof z.core.$ZodNumber ||
    inner instanceof z.core.$ZodBoolean ||
    inner instanceof z.core.$ZodNull
  )
}
