/**
 * Input that an operation may well take, made from its own schema: ids, versions, days and words of the living register where
 * the schema has room for them, a token wherever one could stand. Not every input is valid; enough of them are.
 */
import type { z } from 'zod'
import { type Noun, nouns } from '#shared/domain/nouns.ts'
import type { LivingRegister } from './living-register.ts'
import type { Random } from './random.ts'

/** Stands for a token until the call is made, since a token is good for one use. */
const tokenMark = '\u0001token:'
export const isMark = (text: string) => text.startsWith(tokenMark)
/** Which of the living register's files it stands for. */
export const kindOf = (mark: string) => mark.slice(tokenMark.length)

/** A copy in which every text has been replaced, as deep as a token can stand. */
export function replaceTexts(value: unknown, replace: (text: string) => string, depth = 0): unknown {
  if (typeof value === 'string') return replace(value)
  if (depth > 20) return value
  if (Array.isArray(value) && value.length < 100)
    return Array.from(value, (each) => replaceTexts(each, replace, depth + 1))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  const made: Record<string, unknown> = {}
  // Own properties, whatever their names.
  for (const [key, part] of Object.entries(value))
    Object.defineProperty(made, key, {
      value: replaceTexts(part, replace, depth + 1),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  return made
}

/** The part of a schema's definition that is read here. */
interface Definition {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly options?: readonly z.ZodType[]
  readonly items?: readonly z.ZodType[]
  readonly values?: readonly unknown[]
  readonly entries?: Readonly<Record<string, string>>
  readonly keyType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly getter?: () => z.ZodType
  readonly in?: z.ZodType
  readonly defaultValue?: unknown
}
const definitionOf = (schema: z.ZodType) => schema._zod.def as unknown as Definition

const wordsOfOurOwn = [
  'a',
  '理由',
  '2026-04-01',
  '2026-03-31',
  '2025-10-01',
  '2027-03-31',
  '2026-04-01T00:00:00.000Z',
  'SYS-0001',
  'RSK-0001',
  'AIGB-C-2',
  'KRI-01',
  'DQ-18',
  'PCK-0001',
  'en',
  'JP',
  '/system',
  'name',
  '10:00',
  '2026-04',
  '#336699',
  '0'.repeat(64),
]

const tokenKeys = /token|folder|elsewhere|file|key/i

export class ValidInputs {
  readonly #register: LivingRegister
  readonly #random: Random
  readonly #words: readonly string[]
  readonly #fitting = new WeakMap<z.ZodType, readonly string[]>()
  readonly #allIds: readonly string[]

  constructor(register: LivingRegister, random: Random) {
    this.#register = register
    this.#random = random
    this.#words = [...wordsOfOurOwn, ...register.words]
    this.#allIds = nouns.flatMap((noun) => register.ids[noun])
  }

  of(schema: z.ZodType, path: readonly string[]): unknown {
    return this.#value(schema, '', path[0] ?? '', 0)
  }

  token(): string {
    return tokenMark + this.#random.one(Object.keys(this.#register.files))
  }

  id(): string {
    return this.#random.one(this.#allIds)
  }

  word(): string {
    return this.#random.one(this.#words)
  }

  #value(schema: z.ZodType, key: string, noun: string, depth: number): unknown {
    const random = this.#random
    const definition = definitionOf(schema)
    const inner = () =>
      definition.innerType === undefined ? null : this.#value(definition.innerType, key, noun, depth)
    switch (definition.type) {
      case 'optional':
        return random.chance(0.45) ? inner() : undefined
      case 'default':
        return random.chance(0.5) ? inner() : undefined
      case 'nullable':
        return random.chance(0.6) ? inner() : null
      case 'object':
        return this.#object(definition.shape ?? {}, noun, depth)
      case 'array': {
        const { element } = definition
        if (element === undefined || depth > 5) return []
        const many = Array.from({ length: random.below(3) + (random.chance(0.7) ? 1 : 0) }, () =>
          this.#value(element, key.replace(/s$/, ''), noun, depth + 1),
        )
        return many
      }
      case 'tuple':
        return (definition.items ?? []).map((item) => this.#value(item, key, noun, depth + 1))
      case 'record': {
        const { keyType, valueType } = definition
        if (keyType === undefined || valueType === undefined) return {}
        const names = Array.from({ length: random.below(3) }, () => this.#value(keyType, key, noun, depth + 1))
        return Object.fromEntries(names.map((name) => [String(name), this.#value(valueType, '', noun, depth + 1)]))
      }
      case 'union':
        return this.#value(random.one(definition.options ?? []), key, noun, depth)
      case 'lazy':
        return definition.getter === undefined || depth > 4
          ? null
          : this.#value(definition.getter(), key, noun, depth + 1)
      case 'enum':
        return random.one(Object.values(definition.entries ?? {}))
      case 'literal':
        return random.one(definition.values ?? [])
      case 'boolean':
        return random.chance(0.5)
      case 'number':
        return random.one([0, 1, 1, 2, 3, 5, 12, 30, 100, 0.5])
      case 'string':
        return this.#string(schema, key, noun)
      case 'null':
        return null
      case 'pipe':
        return definition.in === undefined ? null : this.#value(definition.in, key, noun, depth)
      default:
        return null
    }
  }

  #object(shape: Readonly<Record<string, z.ZodType>>, noun: string, depth: number): Record<string, unknown> {
    const made: Record<string, unknown> = {}
    for (const [key, schema] of Object.entries(shape)) {
      const value = this.#value(schema, key, noun, depth + 1)
      if (value !== undefined) made[key] = value
    }
    // The version that the record has, or one that it had or will have.
    if (typeof made.id === 'string' && 'version' in made)
      made.version =
        (this.#register.versions.get(made.id) ?? 1) + (this.#random.chance(0.1) ? this.#random.one([-1, 1]) : 0)
    return made
  }

  #string(schema: z.ZodType, key: string, noun: string): string {
    const random = this.#random
    if (schema.safeParse(this.#allIds[0]).success && !schema.safeParse('a').success) return this.#idFor(key, noun)
    if (tokenKeys.test(key) && random.chance(0.9)) return this.token()
    const fitting = this.#fittingWords(schema)
    return fitting.length > 0 ? random.one(fitting) : this.word()
  }

  #idFor(key: string, noun: string): string {
    const named = key === 'id' || key === 'recordId' || key === 'subjectId' ? noun : key.replace(/Id$/, '')
    const ids = (this.#register.ids as Readonly<Partial<Record<string, readonly string[]>>>)[named as Noun]
    return ids !== undefined && ids.length > 0 && this.#random.chance(0.85) ? this.#random.one(ids) : this.id()
  }

  #fittingWords(schema: z.ZodType): readonly string[] {
    const known = this.#fitting.get(schema)
    if (known !== undefined) return known
    const fitting = this.#words.filter((word) => schema.safeParse(word).success)
    this.#fitting.set(schema, fitting)
    return fitting
  }
}
